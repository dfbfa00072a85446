import type { AccountEvent, AccountState } from '../../engine/account/event.ts'
import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'
import type { Decimal } from '../../shared/decimal.ts'
import { instrumentId, type InstrumentId, type MarketId } from '../../shared/ids.ts'
import type { ConfigUpdate } from './wire-events.ts'

/** Leverage of a symbol, or the sharing of collateral. Either moves margins that only the snapshot tells. */
export function hearConfigUpdate(update: ConfigUpdate, context: PrivateContext, market: MarketId): Heard<AccountEvent> {
  const { state } = context
  if (state === null) return { kind: 'resync', why: 'account settings', items: [] }
  const leverage = update.ac == null ? [] : withLeverage(state, instrumentId(market, update.ac.s), update.ac.l)
  const modes = update.ai == null ? [] : withSharing(state, update.ai.j)
  return { kind: 'resync', why: 'account settings', items: [...leverage, ...modes] }
}

/** The position itself did not change, so its row keeps its recency and a fresh report still replaces it. */
function withLeverage(state: AccountState, instrument: InstrumentId, leverage: Decimal): readonly AccountEvent[] {
  return [...state.positions.values()].flatMap((known): readonly AccountEvent[] => {
    if (known.instrument !== instrument || known.size === null) return []
    return [{ kind: 'position', position: { ...known, leverage, initialMargin: null } }]
  })
}

function withSharing(state: AccountState, sharedCollateral: boolean): readonly AccountEvent[] {
  const marginMode = sharedCollateral ? 'cross' : 'per-position'
  return [{ kind: 'modes', modes: { ...state.modes, marginMode, sharedCollateral } }]
}
