import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import { accountEvents, fixture, hearPrivate, market, privateContext, stateWith } from './test/kit.ts'

const frames = fixture('private')

function heardWith(changes: Readonly<Record<string, unknown>>, name = 'position') {
  const frame = fixture('private')[name]
  Object.assign(frame.data[0], changes)
  const [event] = accountEvents(frame)
  if (event?.kind !== 'position') throw new Error('No position was heard')
  return event.position
}

describe('a position push', () => {
  it('tells the position completely', () => {
    expect(heardWith({})).toEqual({
      instrument: instrumentId(market, 'BTCUSDT'),
      slot: 'one-way',
      side: 'long',
      size: '0.05',
      entry: '84000',
      breakEven: '84092.45084797',
      liquidation: null,
      leverage: '10',
      marginMode: 'cross',
      initialMargin: '422.1865',
      maintenanceMargin: '23.084375',
      isolatedWallet: null,
      statedMark: '84021.5',
      statedPnl: '1.075',
      realisedPnl: '-2.31',
      takeProfit: null,
      stopLoss: null,
      trailingStop: null,
      adlRank: 2,
      openedAt: 1_795_257_600_124,
      recency: { sequence: 140_712_148_849_382, at: 1_795_257_600_124 },
    })
  })

  it.each([
    [0, 'Buy', 'one-way', 'long'],
    [0, 'Sell', 'one-way', 'short'],
    [1, 'Buy', 'long', 'long'],
    [2, 'Sell', 'short', 'short'],
    // Hedge rows with an empty side take it from their slot.
    [1, '', 'long', 'long'],
    [2, '', 'short', 'short'],
  ])('positionIdx %i with side %j is slot %s, %s', (positionIdx, side, slot, expected) => {
    expect(heardWith({ positionIdx, side })).toMatchObject({ slot, side: expected, size: '0.05' })
  })

  it.each([
    [0, '', 'one-way'],
    [0, 'None', 'one-way'],
    [0, 'Buy', 'one-way'],
    [1, '', 'long'],
    [2, '', 'short'],
  ])('zero size with positionIdx %i and side %j resets slot %s only', (positionIdx, side, slot) => {
    const position = heardWith({ positionIdx, side, size: '0.000' })
    expect(position).toEqual({
      instrument: instrumentId(market, 'BTCUSDT'),
      slot,
      size: null,
      recency: { sequence: 140_712_148_849_382, at: 1_795_257_600_124 },
    })
  })

  it('a full close becomes a tombstone whatever stale prices its row still carries', () => {
    expect(heardWith({ breakEvenPrice: '84092.45', openTime: 5 }, 'positionFlat')).toMatchObject({
      size: null,
      recency: { sequence: 140_712_149_911_820, at: 1_795_261_200_236 },
    })
  })

  it('hedge rows of one frame stay apart, and a bare flat row is enough', () => {
    expect(accountEvents(frames.positionHedge)).toMatchObject([
      { position: { slot: 'long', size: '2.5', liquidation: '1200.15', takeProfit: '3500.00', stopLoss: null } },
      { position: { slot: 'short', size: null, recency: { sequence: null, at: 1_795_257_800_000 } } },
    ])
  })

  it('reads avgPrice, as REST calls it, where there is no entryPrice', () => {
    expect(heardWith({ entryPrice: undefined, avgPrice: '83999.5' })).toMatchObject({ entry: '83999.5' })
  })

  it.each(['', '0', '0.00', null, undefined])('take-profit, stop-loss and liquidation of %j are none', (none) => {
    const position = heardWith({ takeProfit: none, stopLoss: none, trailingStop: none, liqPrice: none })
    expect(position).toMatchObject({ takeProfit: null, stopLoss: null, trailingStop: null, liquidation: null })
  })

  it('portfolio margin: an empty leverage and margins are unknown', () => {
    const position = heardWith({ leverage: '', positionIM: '', positionMM: '', riskLimitValue: '', riskId: 0 })
    expect(position).toMatchObject({ leverage: null, initialMargin: null, maintenanceMargin: null })
  })

  it('an empty lifetime PnL of a new symbol does not matter', () => {
    expect(heardWith({ cumRealisedPnl: '' })).toMatchObject({ size: '0.05' })
  })

  it.each([-1, null, undefined])('sequence %j means there is none, and the time orders the row', (seq) => {
    expect(heardWith({ seq })).toMatchObject({ recency: { sequence: null, at: 1_795_257_600_124 } })
  })

  it('numbers that drift into text are still read', () => {
    expect(heardWith({ positionIdx: '2', side: 'Sell', seq: '140712148849383' })).toMatchObject({
      slot: 'short',
      recency: { sequence: 140_712_148_849_383 },
    })
  })

  it('an inverse position keeps its figures in coin', () => {
    expect(accountEvents(frames.positionInverse)).toMatchObject([
      { position: { side: 'short', size: '300', entry: '27464.50441675', statedPnl: '-0.00029413' } },
    ])
  })

  it('takes the margin mode from the account, which it applies to as a whole', () => {
    const modes = { positionMode: 'one-way', marginMode: 'isolated', sharedCollateral: false } as const
    const frame = fixture('private').position
    Object.assign(frame.data[0], { positionBalance: '421.5' })
    const [event] = accountEvents(frame, { ...privateContext, state: stateWith({ modes }) })
    expect(event).toMatchObject({ position: { marginMode: 'isolated', isolatedWallet: '421.5' } })
  })

  it('keeps what is set aside while it only guesses the mode, for the account may turn out to be isolated', () => {
    expect(heardWith({ positionBalance: '421.5' })).toMatchObject({ marginMode: 'cross', isolatedWallet: '421.5' })
  })

  it('rows of options are passed over', () => {
    const frame = fixture('private').position
    frame.data.unshift({ category: 'option', symbol: 'BTC-13FEB25-89000-P-USDT' })
    expect(accountEvents(frame)).toHaveLength(1)
  })

  it.each([
    ['size', '-0.05'],
    ['size', ''],
    ['size', null],
    ['positionIdx', 3],
    ['side', 'Upwards'],
    ['symbol', 'a/b'],
    ['entryPrice', '84000.'],
  ])('refuses %s = %j rather than guess', (name, value) => {
    const frame = fixture('private').position
    frame.data[0][name] = value
    expect(hearPrivate(frame)).toMatchObject({
      ok: false,
      failure: { sentence: { values: { what: `position: ${name}` } } },
    })
  })
})
