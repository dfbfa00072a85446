import { describe, expect, it } from 'vitest'
import { bybit } from './venue.ts'
import { context, fixture, listBody, NOW, perform, queryOf, replied } from './test/kit.ts'

const [, transactions] = bybit.history
const row = fixture('rest').transactions.result.list[0]
const stretch = { from: NOW - 604_800_000, to: NOW, instruments: [] }
const transfer = { ...row, id: 't1', symbol: '', category: 'spot', type: 'TRANSFER_IN', funding: '', change: '100.50' }

function flows(rows: readonly unknown[]) {
  const { result } = perform(transactions!.read(context, stretch), () => replied(listBody(rows)))
  if (!result.ok) throw new Error(`No history: ${JSON.stringify(result)}`)
  expect(result.value.fills).toEqual([])
  return result.value.flows
}

describe('the transaction log', () => {
  it('is asked for the unified account with both ends stated, since a missing start means one day only', () => {
    const { reads } = perform(transactions!.read(context, stretch), () => replied(listBody([])))
    expect(reads.map(queryOf)).toEqual([
      { accountType: 'UNIFIED', limit: '50', startTime: String(stretch.from), endTime: String(stretch.to) },
    ])
  })

  it('tells a transfer with its sign', () => {
    expect(flows([transfer, { ...transfer, id: 't2', type: 'TRANSFER_OUT', change: '-30' }])).toMatchObject([
      { kind: 'transfer', label: 'TRANSFER_IN', amount: '100.50', asset: 'USDT', instrument: null },
      { kind: 'transfer', label: 'TRANSFER_OUT', amount: '-30' },
    ])
  })

  it.each(['TRADE', 'LIQUIDATION', 'ADL', 'DELIVERY'])('%s is told by executions, and not twice', (type) => {
    expect(flows([{ ...row, type, cashFlow: '25', fee: '2.3', change: '22.7' }])).toEqual([])
  })

  it('funding is told by executions, and not twice', () => {
    expect(row.type).toBe('SETTLEMENT')
    expect(flows([row])).toEqual([])
  })

  it('the cash part of a USDC session settlement is told here, without the funding beside it', () => {
    const session = { ...row, symbol: 'BTCPERP', currency: 'USDC', cashFlow: '3.25', funding: '-0.10', change: '3.15' }
    expect(flows([session])).toMatchObject([
      { kind: 'realised', amount: '3.25', asset: 'USDC', instrument: 'bybit.mainnet/BTCPERP' },
    ])
  })

  it.each([
    ['INTEREST', 'interest'],
    ['FEE_REFUND', 'rebate'],
    ['CUSTODY_NETWORK_FEE', 'fee'],
    ['AIRDROP', 'other'],
    ['CURRENCY_BUY', 'other'],
    ['A_TYPE_OF_NEXT_YEAR', 'other'],
  ])('%s is a flow of kind %s under the exchange’s word', (type, kind) => {
    expect(flows([{ ...transfer, type, change: '-0.5' }])).toMatchObject([{ kind, label: type, amount: '-0.5' }])
  })

  it('ledger key too weak: same id, two types or two currencies, stay apart', () => {
    const buy = { ...transfer, id: 'same', type: 'CURRENCY_BUY' }
    const rows = [buy, { ...buy, currency: 'BTC' }, { ...buy, type: 'CURRENCY_SELL' }]
    expect(new Set(flows(rows).map(({ flow }) => flow)).size).toBe(3)
    expect(flows([buy, buy])).toHaveLength(1)
  })

  it('cursor by time: rows of one millisecond on both sides of a page edge are all told', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ ...transfer, id, transactionTime: String(NOW) }))
    const { result, reads } = perform(transactions!.read(context, stretch), (read) =>
      queryOf(read)['cursor'] === undefined
        ? replied(listBody(rows.slice(0, 2), 'next%3A2'))
        : replied(listBody(rows.slice(2))),
    )
    expect(reads).toHaveLength(2)
    expect(result.ok && result.value.flows).toHaveLength(4)
  })

  it('a spot pair that shares its name with a contract is not taken for it', () => {
    const spot = { ...transfer, symbol: 'BTCUSDT', type: 'INTEREST' }
    expect(flows([spot])).toMatchObject([{ instrument: null, symbol: 'BTCUSDT' }])
  })

  it('rows that moved nothing are not told; an unreadable amount refuses the window', () => {
    expect(flows([{ ...transfer, change: '0.00' }])).toEqual([])
    const bad = perform(transactions!.read(context, stretch), () => replied(listBody([{ ...transfer, change: '' }])))
    expect(bad.result.ok).toBe(false)
  })
})
