import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Settings } from '../settings.ts'
import type { EngineState } from '../state.ts'

/** The contract's groups that show tables as they are. */
export function viewHandlers(
  state: EngineState,
  settings: Settings,
): Pick<Handlers<AppContract>, 'health' | 'settings'> {
  return {
    health: {
      streams: () => ok(state.streams),
      budgets: () => ok(state.budgets),
      drift: () => ok(state.drift),
    },
    settings: {
      current: () => ok(state.settings),
      change: (change) => settings.change(change),
    },
  }
}
