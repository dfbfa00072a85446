import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { bybit } from './venue.ts'
import { context, fixture, listBody, NOW, perform, queryOf, replied } from './test/kit.ts'

const rest = fixture('rest')
const trade = rest.executions.result.list[0]
const closedRow = rest.closedPnl.result.list[0]
const [executions] = bybit.history
const stretch = { from: NOW - 604_800_000, to: NOW, instruments: [] }
const close = {
  ...trade,
  execId: 'close',
  orderId: closedRow.orderId,
  side: 'Sell',
  execPrice: '84500',
  closedSize: '0.05',
}

type Lists = Readonly<Record<string, readonly unknown[]>>

function serve(lists: Lists, closed: Lists = {}) {
  return (read: Read) => {
    const { settleCoin, category } = queryOf(read)
    if (read.path === '/v5/position/closed-pnl') return replied(listBody(closed[category ?? ''] ?? []))
    return replied(listBody(lists[settleCoin ?? category ?? ''] ?? []))
  }
}

function history(lists: Lists, closed?: Lists) {
  const { result } = perform(executions!.read(context, stretch), serve(lists, closed))
  if (!result.ok) throw new Error(`No history: ${JSON.stringify(result)}`)
  return result.value
}

describe('execution history', () => {
  it('asks for every product in one window with both ends stated, at most seven days and two years back', () => {
    const { reads } = perform(executions!.read(context, stretch), serve({}))
    expect(executions!.windowMs).toBe(604_800_000)
    expect(executions!.retentionMs).toBeLessThan(2 * 365 * 86_400_000)
    const asked = reads.map((read) => [read.path, queryOf(read)['category'], queryOf(read)['settleCoin']])
    expect(asked).toEqual([
      ['/v5/execution/list', 'linear', 'USDT'],
      ['/v5/execution/list', 'linear', 'USDC'],
      ['/v5/execution/list', 'inverse', undefined],
      ['/v5/position/closed-pnl', 'linear', undefined],
      ['/v5/position/closed-pnl', 'inverse', undefined],
    ])
    for (const read of reads) {
      expect(queryOf(read)).toMatchObject({
        startTime: String(stretch.from),
        endTime: String(stretch.to),
        limit: '100',
      })
    }
  })

  it('tells fills and funding apart, oldest first', () => {
    const { fills, flows } = history({ USDT: [{ ...trade, execId: 'b', execTime: String(NOW) }, rest.funding, trade] })
    expect(fills.map(({ fill }) => fill)).toEqual([trade.execId, 'b'])
    expect(flows).toMatchObject([
      { kind: 'funding', symbol: 'LTCUSDT', amount: '-0.00867', asset: 'USDT', rate: '0.0001' },
    ])
  })

  it('tells the same id for a fill as the stream does, so that neither is counted twice', () => {
    expect(history({ USDT: [trade] }).fills[0]?.fill).toBe(fixture('private').execution.data[0].execId)
  })

  it('names an execution once where a server overlooks the settlement coin', () => {
    const { fills } = history({ USDT: [trade], USDC: [trade] })
    expect(fills).toHaveLength(1)
    expect(fills[0]?.feeAsset).toBe('USDT')
  })

  it('pays the fee of a contract no longer listed in the coin it was asked for', () => {
    expect(history({ USDC: [{ ...trade, symbol: 'GONEPERP' }] }).fills[0]?.feeAsset).toBe('USDC')
  })

  it('passes over executions that are neither, whatever is missing in them', () => {
    expect(history({ USDT: [{ execType: 'CorporateAction' }, { execType: 'SessionSettlePnL' }] })).toEqual({
      fills: [],
      flows: [],
      gone: [],
    })
  })

  it('one unreadable fill refuses the window', () => {
    const lists = { USDT: [trade, { ...trade, execPrice: null }] }
    expect(perform(executions!.read(context, stretch), serve(lists)).result.ok).toBe(false)
  })
})

describe('realised PnL of closing fills', () => {
  it('is price PnL before fees, as the stream states it', () => {
    const [fill] = history({ USDT: [close] }, { linear: [closedRow] }).fills
    expect(fill).toMatchObject({ realisedPnl: '25', fee: '2.31' })
  })

  it('becomes no flow of its own', () => {
    expect(history({ USDT: [close] }, { linear: [closedRow] }).flows).toEqual([])
  })

  it('is shared out among several fills of one order, and sums to the whole', () => {
    const parts = [
      { ...close, execId: '1', execPrice: '84400', closedSize: '0.02', execQty: '0.02' },
      { ...close, execId: '2', execPrice: '84600', closedSize: '0.03', execQty: '0.03' },
    ]
    const row = { ...closedRow, cumExitValue: '4226', closedPnl: '21' }
    const { fills } = history({ USDT: parts }, { linear: [row] })
    expect(fills.map(({ realisedPnl }) => realisedPnl)).toEqual(['8', '18'])
  })

  it('of a closed short has its sign turned', () => {
    const short = { ...closedRow, side: 'Buy' }
    expect(history({ USDT: [{ ...close, side: 'Buy' }] }, { linear: [short] }).fills[0]?.realisedPnl).toBe('-25')
  })

  it('of an inverse contract is in coin', () => {
    const row = { ...closedRow, symbol: 'BTCUSD', closedSize: '300', cumEntryValue: '0.0109', cumExitValue: '0.0106' }
    const fill = { ...close, symbol: 'BTCUSD', closedSize: '300', execPrice: '28224.5' }
    expect(history({ inverse: [fill] }, { inverse: [row] }).fills[0]?.realisedPnl).toBe('0.0003')
    const half = history({ inverse: [{ ...fill, closedSize: '150', execPrice: '30000' }] }, { inverse: [row] })
    expect(half.fills[0]?.realisedPnl).toBe('0.00045')
  })

  it('of a fill that closed nothing is zero, and of one that no row explains unknown', () => {
    expect(history({ USDT: [trade] }).fills[0]?.realisedPnl).toBe('0')
    expect(history({ USDT: [close] }).fills[0]?.realisedPnl).toBeNull()
  })

  it('stays unknown where the list is refused or a row of it unreadable; the fills are told all the same', () => {
    const { result } = perform(executions!.read(context, stretch), (read) =>
      read.path === '/v5/position/closed-pnl' ? replied(fixture('errors')['10005']) : serve({ USDT: [close] })(read),
    )
    expect(result).toMatchObject({ ok: true, value: { fills: [{ fill: 'close', realisedPnl: null }] } })
    const rows = { linear: [null, { ...closedRow, closedSize: 'x' }] }
    expect(history({ USDT: [close] }, rows).fills[0]?.realisedPnl).toBeNull()
  })
})
