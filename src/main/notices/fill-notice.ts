import type { AccountRow, FillRow } from '../../shared/account-rows.ts'
import { add, isZero, negate, sign, type Decimal } from '../../shared/decimal.ts'
import type { Speech } from '../words/speech.ts'
import type { FillNews } from './fill-news.ts'
import type { Notice } from './notice.ts'

type Accounts = readonly AccountRow[]

/** Symbols or labels named in one line. */
const MOST_NAMED = 3

/** One notice for all fills of a look: the fact where they are one order's, their number where they are many. */
export function fillNotice(news: FillNews, accounts: Accounts, speech: Speech): Notice {
  const [first, ...others] = news.fills
  if (first === undefined) throw new Error('News of fills has at least one')
  const whole = others.reduce<FillRow | null>((sum, fill) => (sum === null ? null : joined(sum, fill)), first)
  return whole === null ? digest(news, first, accounts, speech) : single(news, whole, accounts, speech)
}

/** Parts of one order at one price are one fill to a person; null for anything else. */
function joined(a: FillRow, b: FillRow): FillRow | null {
  const isSame = a.account === b.account && a.order === b.order && a.side === b.side && a.price === b.price
  if (!isSame || a.symbol !== b.symbol || a.feeAsset !== b.feeAsset || a.cause !== b.cause) return null
  const quantity = add(a.quantity, b.quantity)
  return { ...b, quantity, fee: sumOf(a.fee, b.fee), realisedPnl: sumOf(a.realisedPnl, b.realisedPnl) }
}

function sumOf(a: Decimal | null, b: Decimal | null): Decimal | null {
  return a === null || b === null ? null : add(a, b)
}

function single({ kind }: FillNews, fill: FillRow, accounts: Accounts, speech: Speech): Notice {
  const { account, at } = fill
  const when = kind === 'caught-up' ? [speech.say('notice.happened-at', { time: speech.clock(at) })] : []
  return {
    category: 'fill',
    identity: `fill ${account} ${fill.fill}`,
    title: titleOf(fill, speech),
    body: [...result(fill, speech), labelOf(account, accounts), ...when].join(' · '),
    account,
    place: { tab: 'account', account, instrument: null },
    weight: isForced(fill) ? 'critical' : 'normal',
    sound: 'usual',
    at,
  }
}

function titleOf({ side, quantity, symbol, price, cause }: FillRow, speech: Speech): string {
  const values = { quantity: speech.amount(quantity), symbol, price: speech.price(price) }
  const fact = speech.say(side === 'buy' ? 'notice.bought' : 'notice.sold', values)
  return cause === 'liquidation' || cause === 'adl' ? speech.say(`notice.cause.${cause}`, { fact }) : fact
}

/** A fill that closed nothing has no result; a fee that is negative was received. */
function result({ realisedPnl, fee, feeAsset: asset }: FillRow, { say, gain, amount }: Speech): readonly string[] {
  const closed =
    realisedPnl === null || isZero(realisedPnl) ? [] : [say('notice.realised', { amount: gain(realisedPnl) })]
  if (fee === null) return closed
  if (sign(fee) < 0) return [...closed, say('notice.rebate', { amount: amount(negate(fee)), asset })]
  return [...closed, say('notice.fee', { amount: amount(fee), asset })]
}

function digest({ kind, fills }: FillNews, first: FillRow, accounts: Accounts, { say }: Speech): Notice {
  const last = fills.at(-1) ?? first
  const count = String(fills.length)
  const symbols = named(fills.map(({ symbol }) => symbol))
  const ids = new Set(fills.map(({ account }) => account))
  const labels = named([...ids].map((id) => labelOf(id, accounts)))
  const account = ids.size === 1 ? first.account : null
  return {
    category: 'fill',
    identity: `fills ${first.account} ${first.fill} to ${last.account} ${last.fill}`,
    title: kind === 'caught-up' ? say('notice.fills.away', { count }) : say('notice.fills', { count, symbols }),
    body: kind === 'caught-up' ? `${symbols} · ${labels}` : labels,
    account,
    place: { tab: 'account', account: account ?? 'all', instrument: null },
    weight: fills.some(isForced) ? 'critical' : 'normal',
    sound: 'usual',
    at: last.at,
  }
}

/** The exchange traded, not the user. */
function isForced({ cause }: FillRow): boolean {
  return cause === 'liquidation' || cause === 'adl'
}

function labelOf(id: FillRow['account'], accounts: Accounts): string {
  return accounts.find(({ account }) => account === id)?.label ?? ''
}

function named(all: readonly string[]): string {
  const names = [...new Set(all)]
  const more = names.length > MOST_NAMED ? ` +${names.length - MOST_NAMED}` : ''
  return names.slice(0, MOST_NAMED).join(', ') + more
}
