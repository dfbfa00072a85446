import { describe, expect, it } from 'vitest'
import type { Flat, Slot } from '../../engine/account/event.ts'
import { slotKey } from '../../engine/account/event.ts'
import { instrumentId } from '../../shared/ids.ts'
import { accountEvents, fixture, hearPrivate, market, NOW, privateContext, stateWith } from './test/kit.ts'

const frames = fixture('private')
const btc = instrumentId(market, 'BTCUSDT')

function frameWith(changes: Readonly<Record<string, unknown>>) {
  const frame = fixture('private').execution
  Object.assign(frame.data[0], changes)
  return frame
}

describe('an execution push', () => {
  it('tells a fill', () => {
    expect(accountEvents(frames.execution)).toEqual([
      {
        kind: 'fill',
        fill: {
          fill: '0ab1bdf7-4219-438b-b30a-32ec863018f7',
          order: '9aac161b-8ed6-450d-9cab-c5cc67c21784',
          instrument: btc,
          symbol: 'BTCUSDT',
          side: 'buy',
          slot: 'one-way',
          price: '84000',
          quantity: '0.05',
          fee: '2.31',
          feeAsset: 'USDT',
          realisedPnl: '0',
          liquidity: 'taker',
          cause: 'trade',
          at: 1_795_257_600_120,
        },
      },
    ])
  })

  it('funding is a flow with its sign turned, never a fill', () => {
    expect(accountEvents(frames.executionFunding)).toEqual([
      {
        kind: 'flow',
        flow: {
          flow: 'execution:534c0003-4bf7-486f-aa02-78cee36825e4',
          kind: 'funding',
          label: 'Funding',
          instrument: btc,
          symbol: 'BTCUSDT',
          amount: '-0.420105',
          asset: 'USDT',
          rate: '0.0001',
          at: 1_795_276_800_000,
        },
      },
    ])
  })

  it('funding received is positive', () => {
    expect(accountEvents(frameWith({ execType: 'Funding', execFee: '-0.25' }))).toMatchObject([
      { flow: { amount: '0.25' } },
    ])
  })

  it('funding told twice, late or beside a partial close, keeps one id and one amount', () => {
    const [once] = accountEvents(frames.executionFunding)
    const late = fixture('private').executionFunding
    late.creationTime = NOW + 20_000_000
    late.data.push({ ...late.data[0], execId: 'partial-close', execType: 'Trade', closedSize: '0.02' })
    expect(accountEvents(late)[0]).toEqual(once)
  })

  it.each([
    ['Trade', 'trade'],
    ['FutureSpread', 'trade'],
    ['AdlTrade', 'adl'],
    ['BustTrade', 'liquidation'],
    ['Delivery', 'settlement'],
    ['Settle', 'settlement'],
    ['BlockTrade', 'block'],
    ['MovePosition', 'block'],
  ])('execType %s is a fill by %s', (execType, cause) => {
    expect(accountEvents(frameWith({ execType }))).toMatchObject([{ kind: 'fill', fill: { cause } }])
  })

  it.each(['CorporateAction', 'SessionSettlePnL', 'UNKNOWN', 'SomethingNew', 'toString'])(
    'execType %s is no fill, however its row looks',
    (execType) => {
      expect(accountEvents(frameWith({ execType, execPrice: '' }))).toEqual([])
    },
  )

  it('several fills of one order may share a message', () => {
    const frame = fixture('private').execution
    frame.data.push({ ...frame.data[0], execId: 'second', execQty: '0.01' })
    expect(accountEvents(frame).map((event) => event.kind === 'fill' && event.fill.quantity)).toEqual(['0.05', '0.01'])
  })

  it.each(['', [], [{ feeCoin: 'USDT', fee: '0.1' }], null, undefined, 7])('extraFees may be %j', (extraFees) => {
    expect(accountEvents(frameWith({ extraFees }))).toHaveLength(1)
  })

  it.each([
    ['2.31', 'USDT'],
    ['-0.5', 'USDT'],
    ['0.0004', 'MNT'],
    ['0.00001', 'BTC'],
  ])('fee %s in %s keeps its sign and its asset', (execFee, feeCurrency) => {
    expect(accountEvents(frameWith({ execFee, feeCurrency }))).toMatchObject([
      { fill: { fee: execFee, feeAsset: feeCurrency } },
    ])
  })

  it('an unstated fee coin is the settlement coin of the contract', () => {
    const inverse = { category: 'inverse', symbol: 'BTCUSD', feeCurrency: '' }
    expect(accountEvents(frameWith(inverse))).toMatchObject([{ fill: { feeAsset: 'BTC' } }])
    expect(accountEvents(frameWith({ feeCurrency: '' }))).toMatchObject([{ fill: { feeAsset: 'USDT' } }])
  })

  it('an unstated fee is unknown, never zero', () => {
    expect(accountEvents(frameWith({ execFee: '' }))).toMatchObject([{ fill: { fee: null } }])
  })

  it('spot and option executions are passed over', () => {
    expect(accountEvents(frameWith({ category: 'spot' }))).toEqual([])
    expect(accountEvents(frameWith({ category: 'option', symbol: '' }))).toEqual([])
  })

  it('the fast topic and greeks are of no interest', () => {
    expect(hearPrivate(frames.executionFast)).toMatchObject({ ok: true, value: { kind: 'ignored' } })
    expect(hearPrivate(frames.greeks)).toMatchObject({ ok: true, value: { kind: 'ignored' } })
  })

  it.each(['execPrice', 'execQty', 'execTime', 'side', 'execId'])('refuses a fill without %s', (name) => {
    expect(hearPrivate(frameWith({ [name]: null }))).toMatchObject({
      ok: false,
      failure: { sentence: { values: { what: `execution: ${name}` } } },
    })
  })
})

describe('the slot of a fill', () => {
  const tombstone = (slot: Slot): Flat => ({ instrument: btc, slot, size: null, recency: { sequence: 1, at: NOW } })
  const hedged = new Map((['long', 'short'] as const).map((slot) => [slotKey(btc, slot), tombstone(slot)]))

  it.each([
    ['Buy', '0', 'long'],
    ['Buy', '0.05', 'short'],
    ['Sell', '0', 'short'],
    ['Sell', '0.05', 'long'],
  ])('in hedge mode %s closing %s touches the %s slot', (side, closedSize, slot) => {
    const heardIn = { ...privateContext, state: stateWith({ positions: hedged }) }
    expect(accountEvents(frameWith({ side, closedSize }), heardIn)).toMatchObject([{ fill: { slot } }])
  })

  it('is the one-way slot where no hedge slots are held', () => {
    const oneWay = new Map([[slotKey(btc, 'one-way'), tombstone('one-way')]])
    const heardIn = { ...privateContext, state: stateWith({ positions: oneWay }) }
    expect(accountEvents(frameWith({ closedSize: '0.05' }), heardIn)).toMatchObject([{ fill: { slot: 'one-way' } }])
  })
})
