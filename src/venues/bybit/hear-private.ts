import type { AccountEvent, MarginMode } from '../../engine/account/event.ts'
import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'
import type { MarketId, Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { read, readAll } from './failures.ts'
import { executionOf, isFollowed } from './normalise-execution.ts'
import { orderOf } from './normalise-order.ts'
import { positionOf } from './normalise-position.ts'
import { balanceOf, isUnified, totalsOf } from './normalise-wallet.ts'
import { executionRow, orderRow, positionRow, privateFrame, walletRow, type WalletRow } from './wire-private.ts'

type Events = Result<readonly AccountEvent[]>

/** What rows need to know beyond themselves. */
interface Telling {
  readonly market: MarketId
  readonly toldAt: Time
  readonly context: PrivateContext
}

const readers: ReadonlyMap<string, (rows: readonly unknown[], telling: Telling) => Events> = new Map([
  ['wallet', walletEvents],
  ['position', positionEvents],
  ['order', orderEvents],
  ['execution', executionEvents],
])

/** One frame may hold rows of several symbols and products; the others' rows are passed over before they are read. */
export function hearPrivateTopic(
  market: MarketId,
  topic: string,
  body: object,
  context: PrivateContext,
): Result<Heard<AccountEvent>> {
  const reader = readers.get(topic)
  if (reader === undefined) return ok({ kind: 'ignored', what: `topic ${topic.slice(0, 40)}` })
  const frame = read(privateFrame, body, topic)
  if (!frame.ok) return frame
  const telling = { market, toldAt: frame.value.creationTime, context }
  const items = reader(frame.value.data, telling)
  return items.ok ? ok({ kind: 'items', items: items.value }) : items
}

/** A push names only the coins that changed; those it leaves out stay as they were. */
function walletEvents(data: readonly unknown[], { toldAt }: Telling): Events {
  const rows = readAll(walletRow, data, 'wallet')
  if (!rows.ok) return rows
  return ok(rows.value.filter(isUnified).flatMap((row) => walletRowEvents(row, toldAt)))
}

function walletRowEvents(row: WalletRow, at: Time): readonly AccountEvent[] {
  const balances = row.coin.map((coin): AccountEvent => ({ kind: 'balance', balance: balanceOf(coin, at) }))
  return [...balances, { kind: 'totals', totals: totalsOf(row, at) }]
}

function positionEvents(data: readonly unknown[], telling: Telling): Events {
  const rows = readAll(positionRow, data.filter(isContract), 'position')
  if (!rows.ok) return rows
  const setting = { market: telling.market, marginMode: marginModeIn(telling.context), toldAt: telling.toldAt }
  const events: AccountEvent[] = []
  for (const row of rows.value) {
    const position = positionOf(row, setting)
    if (!position.ok) return position
    events.push({ kind: 'position', position: position.value })
  }
  return ok(events)
}

function orderEvents(data: readonly unknown[], { market }: Telling): Events {
  const rows = readAll(orderRow, data.filter(isContract), 'order')
  return rows.ok ? ok(rows.value.map((row) => ({ kind: 'order', order: orderOf(row, market) }))) : rows
}

function executionEvents(data: readonly unknown[], { market, context }: Telling): Events {
  const rows = readAll(executionRow, data.filter(isContract).filter(isFollowedExecution), 'execution')
  if (!rows.ok) return rows
  const setting = { market, instruments: context.instruments, state: context.state, settle: null }
  return ok(rows.value.map((row) => executionOf(row, setting)).filter((event) => event !== null))
}

/** Spot pairs and options share topics, and spot even symbols, with the contracts we follow. */
function isContract(row: unknown): boolean {
  const category = memberOf(row, 'category')
  return category !== 'spot' && category !== 'option'
}

/** Rows that do not even say what they are go on to the strict reader, which refuses them. */
function isFollowedExecution(row: unknown): boolean {
  const execType = memberOf(row, 'execType')
  return typeof execType !== 'string' || isFollowed(execType)
}

/** What a row says of itself before it is checked. */
function memberOf(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
}

/** The mode is the account's, so what the last snapshot said holds for every position. */
function marginModeIn({ state }: PrivateContext): MarginMode | null {
  return state === null || state.modes.marginMode === 'per-position' ? null : state.modes.marginMode
}
