import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { ledger } from './history.ts'
import { income, ledgerExchange, trade, type IncomeRow, type TradeRow } from './test/ledger-exchange.ts'
import { perform, queryOf, refusal, valueOf } from './test/perform.ts'
import { context, market } from './test/scene.ts'

const FROM = 1_795_000_000_000
const TO = FROM + 3_600_000

function read(incomes: readonly IncomeRow[], trades: readonly TradeRow[], held: readonly string[] = []) {
  const stretch = { from: FROM, to: TO, instruments: held.map((symbol) => instrumentId(market, symbol)) }
  return valueOf(perform(ledger.read(context, stretch), ledgerExchange(incomes, trades)))
}

const commission = (tradeId: string, more: Partial<IncomeRow> = {}): IncomeRow =>
  income(FROM + 1000, 50, { incomeType: 'COMMISSION', symbol: 'SOLUSDT', tradeId, income: '-0.7', ...more })

describe('history', () => {
  it('finds trades of symbols that only the income tells of, and of those that are held', () => {
    const trades = [
      trade(FROM + 1000, 9, { symbol: 'SOLUSDT' }),
      trade(FROM + 2000, 9),
      trade(FROM, 9, { symbol: 'XUSDT' }),
    ]
    const { fills } = read([commission('9')], trades, ['BTCUSDT'])
    expect(fills.map(({ fill }) => fill)).toEqual(['BTCUSDT:9:BUY', 'SOLUSDT:9:BUY'])
  })

  it('counts the fee and the result of a trade once: in the fill', () => {
    const result = income(FROM + 1000, 50, { incomeType: 'REALIZED_PNL', symbol: 'SOLUSDT', tradeId: '9' })
    const { fills, flows } = read([commission('9'), result], [trade(FROM + 1000, 9, { symbol: 'SOLUSDT' })])
    expect(fills).toHaveLength(1)
    expect(flows).toEqual([])
  })

  it('keeps fees in the asset they were paid in, and rebates negative', () => {
    const paid = [
      trade(FROM, 1, { commission: '0.00012', commissionAsset: 'BNB' }),
      trade(FROM, 2, { commission: '0.5', commissionAsset: 'BNFCR' }),
      trade(FROM, 3, { commission: '-0.02', maker: true }),
    ]
    const { fills } = read([], paid, ['BTCUSDT'])
    expect(fills.map(({ fee, feeAsset }) => [fee, feeAsset])).toEqual([
      ['0.00012', 'BNB'],
      ['0.5', 'BNFCR'],
      ['-0.02', 'USDT'],
    ])
    expect(fills[2]?.liquidity).toBe('maker')
  })

  it('tells funding, transfers and rewards apart, in whatever asset', () => {
    const rows = [
      income(FROM, 1, { incomeType: 'FUNDING_FEE', symbol: 'BTCUSDT', income: '-0.45869950', asset: 'BNFCR' }),
      income(FROM, 1, { incomeType: 'TRANSFER', income: '500' }),
      income(FROM, 2, { incomeType: 'INSURANCE_CLEAR', symbol: 'BTCUSDT', income: '-3' }),
      income(FROM, 3, { incomeType: 'COMMISSION_REBATE', income: '0.1' }),
      income(FROM, 4, { incomeType: 'SOMETHING_NEW', income: '0.1' }),
    ]
    const { flows } = read(rows, [])
    expect(flows.map(({ kind }) => kind)).toEqual(['funding', 'transfer', 'fee', 'rebate', 'other'])
    expect(flows[0]).toMatchObject({
      amount: '-0.45869950',
      asset: 'BNFCR',
      instrument: instrumentId(market, 'BTCUSDT'),
    })
    expect(flows[1]).toMatchObject({ instrument: null, symbol: '', flow: 'TRANSFER:1:USDT:' })
    expect(flows[4]?.label).toBe('SOMETHING_NEW')
  })

  it('keeps fees of no trade as flows', () => {
    expect(read([commission('')], []).flows).toMatchObject([{ kind: 'fee', amount: '-0.7' }])
  })

  it('keeps fees and results of a delisted symbol whose trades are no longer told', () => {
    const exchange = (one: Read) =>
      queryOf(one)['symbol'] === 'SOLUSDT' ? refusal(one, 400, -1121) : ledgerExchange([commission('9')], [])(one)
    const stretch = { from: FROM, to: TO, instruments: [] }
    const { flows } = valueOf(perform(ledger.read(context, stretch), exchange))
    expect(flows).toMatchObject([{ kind: 'fee', label: 'COMMISSION', symbol: 'SOLUSDT' }])
  })

  it('fails as a whole when the trades of one symbol fail', () => {
    const exchange = (one: Read) =>
      queryOf(one)['symbol'] === 'SOLUSDT' ? refusal(one, 503, -1001) : ledgerExchange([commission('9')], [])(one)
    expect(perform(ledger.read(context, { from: FROM, to: TO, instruments: [] }), exchange).ok).toBe(false)
  })

  it('reads from a little before the stretch, because rows are booked late and dated by the second', () => {
    const late = income(FROM - 900, 1, { incomeType: 'FUNDING_FEE', symbol: 'BTCUSDT' })
    expect(read([late], []).flows).toHaveLength(1)
  })

  it('never spans more than the seven days the exchange allows', () => {
    const asked: Read[] = []
    const stretch = { from: FROM, to: FROM + ledger.windowMs, instruments: [instrumentId(market, 'BTCUSDT')] }
    perform(ledger.read(context, stretch), ledgerExchange([], []), asked)
    const spans = asked.map((one) => Number(queryOf(one)['endTime']) - Number(queryOf(one)['startTime']))
    expect(Math.max(...spans)).toBeLessThan(7 * 24 * 3_600_000)
  })
})
