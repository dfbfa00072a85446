import type { FillRow, FlowRow } from '../../../shared/account-rows.ts'
import { ZERO, add, negate, sub, abs, compare, mul, ONE, type Decimal } from '../../../shared/decimal.ts'
import type { ConditionOf } from '../../../shared/alert-conditions.ts'
import type { InstrumentId, Time } from '../../../shared/ids.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { HistoryQuery, Store } from '../../ports/store.ts'
import type { Facts } from '../facts.ts'
import { happeningsIn } from '../happenings/happenings.ts'
import { createTally } from './counter.ts'
import { counted, type Found } from './found.ts'
import { takeEach, type Pace } from './pace.ts'

const PAGE = 500
const MOST_PAGES = 40

type Read<Row> = (query: HistoryQuery) => readonly Row[]
type FactStore = Pick<Store, 'fills' | 'flows'>

/** How often something that is stored would have been told, as the watch finds it among facts. */
export async function happeningHistory(
  rule: StoredRule,
  kind: 'fill' | 'liquidation' | 'transfer',
  store: FactStore,
  facts: Facts,
  pace: Pace,
): Promise<Found> {
  const tally = createTally()
  const count = (some: Pick<Facts, 'fills' | 'flows'>): void =>
    happeningsIn(rule, kind, { ...facts, ...some }).forEach(({ at }) => tally.fired(at))
  const from =
    kind === 'transfer'
      ? await pagesOf(flowsOf(store), pace, (rows) => count({ fills: NONE, flows: rowsOf(rows) }))
      : await pagesOf(fillsOf(store), pace, (rows) => count({ fills: rowsOf(rows), flows: NONE }))
  return from === 'given-up' ? null : counted(tally, from)
}

interface Move {
  readonly key: string
  readonly at: Time
  readonly amount: Decimal
}

export interface Assets {
  /** What a contract settles in. */
  settleOf(instrument: InstrumentId): string | null
  /** One unit of an asset in its account's currency now, by `account asset`; null: not known. */
  rateOf(key: string): Decimal | null
}

/** How often a wallet would have moved by so much since it was last told: everything that moves one is stored. */
export async function balanceHistory(
  rule: StoredRule,
  { asset, amount }: ConditionOf<'balance-changes'>,
  store: FactStore,
  { settleOf, rateOf }: Assets,
  pace: Pace,
): Promise<Found> {
  const moves: Move[] = []
  const ofFills = (rows: readonly FillRow[]): void =>
    void moves.push(...rows.flatMap((row) => fillMoves(row, settleOf)))
  const since = [
    await pagesOf(flowsOf(store), pace, (rows) => void moves.push(...rows.map(flowMove))),
    await pagesOf(fillsOf(store), pace, ofFills),
  ]
  if (since.includes('given-up')) return null
  const tally = createTally()
  const untold = new Map<string, Decimal>()
  const whole = await takeEach(inOrder(rule, asset, moves), pace, ({ key, at, amount: moved }) => {
    const sum = add(untold.get(key) ?? ZERO, moved)
    const tells = compare(mul(abs(sum), (asset === null ? rateOf(key) : null) ?? ONE), amount) >= 0
    untold.set(key, tells ? ZERO : sum)
    if (tells) tally.fired(at)
  })
  const known = since.flatMap((from) => (typeof from === 'number' ? [from] : []))
  return whole ? counted(tally, known.length === 0 ? null : Math.max(...known)) : null
}

function inOrder({ account }: StoredRule, asset: string | null, moves: readonly Move[]): readonly Move[] {
  const isAsked = (key: string): boolean =>
    (account === 'all' || key.startsWith(`${account} `)) && (asset === null || key.endsWith(` ${asset}`))
  const inScopeOf = moves.filter(({ key }) => isAsked(key))
  return inScopeOf.sort((a, b) => a.at - b.at)
}

function flowMove({ account, asset, at, amount }: FlowRow): Move {
  return { key: `${account} ${asset}`, at, amount }
}

/** Fees may be paid in another asset than profits. */
function fillMoves(row: FillRow, settleOf: (instrument: InstrumentId) => string | null): readonly Move[] {
  const { account, at, realisedPnl, fee, feeAsset } = row
  const settle = settleOf(row.instrument) ?? feeAsset
  const moves = [
    { key: `${account} ${settle}`, at, amount: realisedPnl ?? ZERO },
    { key: `${account} ${feeAsset}`, at, amount: negate(fee ?? ZERO) },
  ]
  if (settle !== feeAsset) return moves
  return [{ key: `${account} ${settle}`, at, amount: sub(realisedPnl ?? ZERO, fee ?? ZERO) }]
}

const NONE: Facts['fills'] & Facts['flows'] = { get: () => undefined, rows: () => [] }

function rowsOf<Row extends FillRow | FlowRow>(rows: readonly Row[]) {
  const byKey = new Map(
    rows.map((row): [string, Row] => [`${row.account} ${'fill' in row ? row.fill : row.flow}`, row]),
  )
  return { get: (key: string) => byKey.get(key), rows: () => byKey.entries() }
}

function fillsOf(store: FactStore): Read<FillRow> {
  return (query) => store.fills(query)
}

function flowsOf(store: FactStore): Read<FlowRow> {
  return (query) => store.flows(query)
}

/** Page after page back in time; answers since when facts are known, null where there are none. */
async function pagesOf<Row extends FillRow | FlowRow>(
  read: Read<Row>,
  pace: Pace,
  take: (rows: readonly Row[]) => void,
): Promise<Time | null | 'given-up'> {
  let from: Time | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const before: Time = from ?? Number.MAX_SAFE_INTEGER
    const rows = read({ account: 'all', instrument: null, before, count: PAGE })
    const oldest = rows.at(-1)
    if (oldest === undefined) break
    take(rows)
    from = oldest.at
    if (!(await pace.goesOn())) return 'given-up'
  }
  return from
}
