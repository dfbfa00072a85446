import type { Candle } from '../../market/candle.ts'
import { categoryOf, intervalNamed } from '../names.ts'
import { error, result, type PublicAsk, type Reply } from './reply.ts'

/** `/v5/market/kline`: newest first, the open candle among them. */
export function kline({ world, query, now }: PublicAsk): Reply {
  const { category = 'linear', symbol = '' } = query
  const contract = world.market.find('bybit', symbol)
  if (contract === null || categoryOf(contract) !== category)
    return error(10001, `params error: symbol invalid ${symbol}`)
  const interval = intervalNamed(query.interval ?? '')
  if (interval === null) return error(10001, 'params error: interval invalid')
  const count = Number(query.limit ?? 200)
  if (!Number.isInteger(count) || count < 1 || count > 1000) return error(10001, 'params error: limit invalid')
  const from = Number(query.start ?? 0)
  const to = Number(query.end ?? now)
  if (!Number.isFinite(from) || !Number.isFinite(to)) return error(10001, 'params error: start or end invalid')
  const candles = world.market.candles(contract, interval, { from, to, count, now })
  return result({ symbol, category, list: candles.map(klineRow).reverse() })
}

function klineRow({ start, open, high, low, close, volume, turnover }: Candle): readonly string[] {
  return [String(start), open, high, low, close, volume, turnover]
}
