import type { FlowRow } from '../../../shared/account-rows.ts'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createAbsences } from '../absence/absences.ts'
import { accountRow, MAIN, START, streamRow } from './rows.ts'

export const MINUTE = 60_000

/** One account and its stream, whose absences are kept in memory. */
export function absenceStage() {
  const clock = createManualClock(START)
  const store = createMemoryStore()
  const told: AlertRow[] = []
  const now = { state: createEngineState(createTables()), filled: START as number | null }
  const begin = (watchedBefore: number | null = null) => {
    now.state = createEngineState(createTables())
    const { state } = now
    state.accounts.set(MAIN, accountRow())
    state.streams.set('Main private', streamRow())
    const tell = (alert: AlertRow) => void told.push(alert)
    const absences = createAbsences(
      { clock, log: createFakeLog(), store },
      { state, watchedBefore, filledAt: () => now.filled, tell },
    )
    absences.start()
    return absences
  }
  const see = (stream: 'live' | 'down') =>
    now.state.streams.set('Main private', streamRow({ state: stream, heardAt: clock.now() }))
  const rows = () => [...now.state.alerts.absences.rows()].map(([, row]) => row)
  /** Away for so long, and then everything is there again. */
  const sleep = async (ms: number) => {
    clock.jump(ms, 'sleep')
    see('down')
    await clock.pass(2_000)
    see('live')
    now.filled = clock.now()
    await clock.pass(5_000)
  }
  return { clock, store, told, now, begin, see, rows, sleep }
}

export function flow(changes: Partial<FlowRow>): FlowRow {
  const about = { account: MAIN, label: '', instrument: null, symbol: '', rate: null } as const
  return { ...about, flow: 'x', kind: 'funding', amount: decimal('0'), asset: 'USDT', at: START, ...changes }
}
