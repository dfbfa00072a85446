import type { PriceFields } from '../../engine/market/price.ts'
import type { Decimal } from '../../shared/decimal.ts'
import { maybeMomentOf } from './values.ts'

/** A ticker frame, read and checked; `order` is its place among its stream's frames. */
export interface QuickTicker {
  readonly symbol: string
  readonly whole: boolean
  readonly fields: PriceFields
  readonly order: number
  readonly at: number
}

const WHOLE = '(0|[1-9][0-9]{0,14})'
/** Without escapes and control characters, so that it means itself. */
const TEXT = '[^"\\\\\\x00-\\x1f]{0,64}'

const VALUES = {
  amount: '((?:-?[0-9]{1,25}(?:\\.[0-9]{1,30})?)?)',
  moment: '([0-9]{0,15})',
  skipped: TEXT,
} as const

/** In the order in which the exchange writes them; a delta leaves out what did not change. Captured: all but skipped. */
const MEMBERS: readonly (readonly [name: string, value: keyof typeof VALUES])[] = [
  ['tickDirection', 'skipped'],
  ['price24hPcnt', 'amount'],
  ['lastPrice', 'amount'],
  ['prevPrice24h', 'skipped'],
  ['highPrice24h', 'amount'],
  ['lowPrice24h', 'amount'],
  ['prevPrice1h', 'skipped'],
  ['markPrice', 'amount'],
  ['indexPrice', 'amount'],
  ['openInterest', 'skipped'],
  ['openInterestValue', 'skipped'],
  ['singleOpenInterest', 'skipped'],
  ['singleOpenInterestValue', 'skipped'],
  ['turnover24h', 'amount'],
  ['volume24h', 'amount'],
  ['fundingIntervalHour', 'skipped'],
  ['fundingCap', 'skipped'],
  ['nextFundingTime', 'moment'],
  ['fundingRate', 'amount'],
  ['bid1Price', 'amount'],
  ['bid1Size', 'amount'],
  ['ask1Price', 'amount'],
  ['ask1Size', 'amount'],
  ['preOpenPrice', 'skipped'],
  ['preQty', 'skipped'],
  ['curPreListingPhase', 'skipped'],
]

const START = '{"topic":"tickers.'
const LAYOUT = new RegExp(
  `^\\{"topic":"tickers\\.(${TEXT})","type":"(snapshot|delta)","data":\\{"symbol":"${TEXT}"` +
    MEMBERS.map(([name, value]) => `(?:,"${name}":"${VALUES[value]}")?`).join('') +
    `\\},"cs":${WHOLE},"ts":${WHOLE}\\}$`,
)

/**
 * Ten tickers a second arrive per contract, so a frame written to the letter as the exchange writes it is decoded and
 * checked by one pattern, in a fraction of the time that parsing alone takes. Whatever deviates, be it in order, in an
 * unknown field or in notation, is null here and goes the long way; what is read here reads the same there.
 */
export function readTickerQuickly(text: string): QuickTicker | null {
  const found = text.startsWith(START) ? LAYOUT.exec(text) : null
  if (found === null) return null
  return {
    symbol: found[1] ?? '',
    whole: found[2] === 'snapshot',
    fields: fieldsIn(found),
    order: Number(found[17]),
    at: Number(found[18]),
  }
}

/** Groups in the order of the members above. */
function fieldsIn(found: RegExpExecArray): PriceFields {
  return {
    change24h: amountIn(found[3]),
    last: amountIn(found[4]),
    high24h: amountIn(found[5]),
    low24h: amountIn(found[6]),
    mark: amountIn(found[7]),
    index: amountIn(found[8]),
    turnover24h: amountIn(found[9]),
    volume24h: amountIn(found[10]),
    nextFundingAt: found[11] === undefined ? undefined : maybeMomentOf(found[11]),
    fundingRate: amountIn(found[12]),
    bid: amountIn(found[13]),
    bidSize: amountIn(found[14]),
    ask: amountIn(found[15]),
    askSize: amountIn(found[16]),
  }
}

/** Undefined is unchanged, null is "none": Bybit writes "" for it. The layout lets nothing but a decimal in. */
function amountIn(text: string | undefined): Decimal | null | undefined {
  return text === '' ? null : (text as Decimal | undefined)
}
