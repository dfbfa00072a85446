import type { PriceFields } from '../../engine/market/price.ts'
import { isDecimal, type Decimal } from '../../shared/decimal.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { unreadable } from './failures.ts'
import { amountOf, maybeMomentOf } from './values.ts'
import { amountText } from './wire.ts'

type AmountField = Exclude<keyof PriceFields, 'nextFundingAt'>

/**
 * The price fields of a ticker, the same over REST and on the stream.
 * Docs: https://bybit-exchange.github.io/docs/v5/websocket/public/ticker and /v5/market/tickers
 */
const amountFields: ReadonlyMap<string, AmountField> = new Map([
  ['bid1Price', 'bid'],
  ['bid1Size', 'bidSize'],
  ['ask1Price', 'ask'],
  ['ask1Size', 'askSize'],
  ['lastPrice', 'last'],
  ['markPrice', 'mark'],
  ['indexPrice', 'index'],
  ['price24hPcnt', 'change24h'],
  ['highPrice24h', 'high24h'],
  ['lowPrice24h', 'low24h'],
  ['volume24h', 'volume24h'],
  ['turnover24h', 'turnover24h'],
  ['fundingRate', 'fundingRate'],
])

const LONGEST_AMOUNT = 60

/**
 * Only the fields that are named: one that a delta leaves out is unchanged, one that is "" has become unknown.
 * Checked by hand, field by field as they come, because ten tickers a second arrive per contract and most name two
 * fields of fifteen: a schema that looks for all of them costs as much again as parsing the frame.
 */
export function readTickerFields(data: unknown): Result<PriceFields> {
  if (typeof data !== 'object' || data === null) return fail(unreadable('tickers: data'))
  const fields: { -readonly [Name in keyof PriceFields]: PriceFields[Name] } = {}
  for (const name in data) {
    const field = amountFields.get(name)
    if (field === undefined) continue
    // The loop itself says that the name is a key of the data.
    const amount = readAmount(data[name as keyof typeof data])
    if (amount === undefined) return fail(unreadable(`tickers: ${name}`))
    fields[field] = amount
  }
  if (!('nextFundingTime' in data)) return ok(fields)
  if (!isMoment(data.nextFundingTime)) return fail(unreadable('tickers: nextFundingTime'))
  fields.nextFundingAt = maybeMomentOf(data.nextFundingTime)
  return ok(fields)
}

/** Undefined for what is no amount. */
function readAmount(value: unknown): Decimal | null | undefined {
  if (value === '' || value === null) return null
  if (typeof value !== 'string') return undefined
  if (value.length < LONGEST_AMOUNT && isDecimal(value)) return value
  return amountText.safeParse(value).success ? amountOf(value) : undefined
}

function isMoment(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && /^\d{0,15}$/.test(value))
}
