import type { AccountRow } from '../../shared/account-rows.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Speech } from '../words/speech.ts'

/**
 * One account in the menu: its state, and how long ago it was heard where that is not now. An age is told in minutes
 * at the finest, because a menu that changes while it is open closes on some systems.
 */
export function accountLine(row: AccountRow, streams: readonly StreamRow[], now: Time, { say, ago }: Speech): string {
  const { label } = row
  const state = say(`tray.state.${row.state}`)
  const heardAt = streams.find(({ account }) => account === row.account)?.heardAt ?? null
  const isQuiet = row.state === 'stale' || row.state === 'down'
  if (heardAt === null || !isQuiet) return say('tray.account', { label, state })
  return say('tray.account.aged', { label, state, age: ago(now - heardAt) })
}
