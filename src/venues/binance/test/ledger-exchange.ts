import type { Read, ReadOutcome } from '../../../engine/ports/plan.ts'
import { payload, queryOf } from './perform.ts'

export interface IncomeRow {
  readonly symbol: string
  readonly incomeType: string
  readonly income: string
  readonly asset: string
  readonly time: number
  readonly tranId: number
  readonly tradeId: string
}

export interface TradeRow {
  readonly symbol: string
  readonly id: number
  readonly orderId: number
  readonly side: 'BUY' | 'SELL'
  readonly price: string
  readonly qty: string
  readonly realizedPnl: string
  readonly commission: string
  readonly commissionAsset: string
  readonly time: number
  readonly positionSide: 'BOTH' | 'LONG' | 'SHORT'
  readonly maker: boolean
}

export function income(time: number, tranId: number, more: Partial<IncomeRow> = {}): IncomeRow {
  return { symbol: '', incomeType: 'TRANSFER', income: '1', asset: 'USDT', time, tranId, tradeId: '', ...more }
}

export function trade(time: number, id: number, more: Partial<TradeRow> = {}): TradeRow {
  return {
    symbol: 'BTCUSDT',
    id,
    orderId: id,
    side: 'BUY',
    price: '91000.0',
    qty: '0.001',
    realizedPnl: '0',
    commission: '0.0455',
    commissionAsset: 'USDT',
    time,
    positionSide: 'BOTH',
    maker: false,
    ...more,
  }
}

/** Pages as the real one does: ascending, by time or by trade number, both ends inclusive. */
export function ledgerExchange(
  incomes: readonly IncomeRow[],
  trades: readonly TradeRow[],
): (read: Read) => ReadOutcome {
  return (read) => {
    const query = queryOf(read)
    const limit = Number(query['limit'])
    if (read.path === '/fapi/v1/income') return payload(incomePage(incomes, query).slice(0, limit))
    return payload(tradePage(trades, query).slice(0, limit))
  }
}

type Query = Readonly<Record<string, string>>

function incomePage(rows: readonly IncomeRow[], query: Query): readonly IncomeRow[] {
  const type = query['incomeType']
  return inTime(rows, query).filter(({ incomeType }) => type === undefined || incomeType === type)
}

function tradePage(rows: readonly TradeRow[], query: Query): readonly TradeRow[] {
  const own = rows.filter(({ symbol }) => symbol === query['symbol'])
  if (query['fromId'] !== undefined) {
    if (query['startTime'] !== undefined) throw new Error('fromId cannot be combined with times')
    return own.filter(({ id }) => id >= Number(query['fromId'])).sort((a, b) => a.id - b.id)
  }
  const span = Number(query['endTime']) - Number(query['startTime'])
  if (span > 7 * 24 * 3_600_000) throw new Error('more than seven days')
  return inTime(own, query)
}

function inTime<Row extends { readonly time: number }>(rows: readonly Row[], query: Query): readonly Row[] {
  const from = Number(query['startTime'])
  const to = Number(query['endTime'])
  return rows.filter(({ time }) => time >= from && time <= to).sort((a, b) => a.time - b.time)
}
