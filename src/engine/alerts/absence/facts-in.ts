import type { FillRow, FlowRow } from '../../../shared/account-rows.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'
import type { HistoryQuery } from '../../ports/store.ts'

/** Both ends belong to it. */
export interface Stretch {
  readonly from: Time
  readonly to: Time
}

/** Of one account, or of all: null. */
export interface AccountStretch extends Stretch {
  readonly account: AccountId | null
}

const PAGE = 1_000
/** Of more facts than these the newest are found. */
const MOST_PAGES = 20

/** Every stored fact between two moments, newest first. */
export function factsIn<Row extends FillRow | FlowRow>(
  read: (query: HistoryQuery) => readonly Row[],
  { account, from, to }: AccountStretch,
): readonly Row[] {
  const found: Row[] = []
  let before = to + 1
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const rows = read({ account: account ?? 'all', instrument: null, before, count: PAGE })
    found.push(...rows.filter(({ at }) => at >= from))
    const oldest = rows.at(-1)
    if (oldest === undefined || oldest.at < from) break
    before = oldest.at
  }
  return found
}
