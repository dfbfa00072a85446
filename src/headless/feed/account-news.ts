import type { Engine } from '../../engine/engine.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { AccountRow, PositionRow } from '../../shared/account-rows.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import {
  balanceMessage,
  equityMessage,
  positionGone,
  positionMessage,
  positionsMessage,
  tradeMessage,
} from './messages.ts'
import type { Outbox } from './outbox.ts'
import { createRhythm } from './rhythm.ts'
import type { Channel } from './request.ts'

interface AccountNews {
  /** Puts balances, positions and equity that are due into the outbox. */
  collect(): void
  readonly stop: Stop
}

/** How far the exchange's clock may be behind ours before a fresh fill looks like one from before. */
const CLOCKS_APART_MS = 60_000

/** What the feed tells of accounts: fills and single positions at once, whole states at most once a second. */
export function createAccountNews(
  { state }: Engine,
  clock: Clock,
  wants: (channel: Channel) => boolean,
  outbox: Outbox,
): AccountNews {
  const rhythm = createRhythm(clock)
  const known = new Map([...state.positions.rows()])
  const newsFrom = clock.now() - CLOCKS_APART_MS

  function label(account: AccountId): string {
    return state.accounts.get(account)?.label ?? account
  }

  function positionChanged(key: string): void {
    const row = state.positions.get(key)
    const before = known.get(key)
    if (row === undefined) known.delete(key)
    else known.set(key, row)
    const told = row ?? before
    if (told === undefined) return
    rhythm.touch(`positions ${told.account}`)
    if (!wants('positions') || !isNews(before, row)) return
    const message =
      row === undefined
        ? positionGone(label(told.account), told.symbol, told.side, clock.now())
        : positionMessage(label(row.account), row)
    outbox.put(`position ${key}`, message)
    outbox.flush()
  }

  /** History that is filled in is no news; what happened while a stream was down is. */
  function fillAppeared(key: string): void {
    const row = state.fills.get(key)
    if (row === undefined || row.at < newsFrom || !wants('trades')) return
    outbox.push(tradeMessage(label(row.account), row))
    outbox.flush()
  }

  function collectAccount(row: AccountRow): void {
    const total = state.totals.get(row.account)
    if (total === undefined) return
    rhythm.due(`totals ${row.account}`, () => {
      if (wants('balance'))
        outbox.put(`balance ${row.account}`, balanceMessage('account_balance_updated', row.label, total))
      if (wants('equity')) outbox.put(`equity ${row.account}`, equityMessage(row.label, total))
    })
    rhythm.due(`positions ${row.account}`, () => {
      if (!wants('positions')) return
      const rows = [...known.values()].filter((position) => position.account === row.account)
      outbox.put(`positions ${row.account}`, positionsMessage(row.label, total.at, rows))
    })
  }

  const stops = [
    state.positions.onChange(positionChanged),
    state.fills.onChange(fillAppeared),
    state.totals.onChange((key) => rhythm.touch(`totals ${key}`)),
  ]
  return {
    collect: () => {
      for (const [, row] of state.accounts.rows()) collectAccount(row)
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

/** A moved mark price alone is no news of the position; it comes with the next whole state. */
function isNews(before: PositionRow | undefined, after: PositionRow | undefined): boolean {
  if (before === undefined || after === undefined) return true
  return before.size !== after.size || before.entry !== after.entry || before.side !== after.side
}
