import { describe, expect, it } from 'vitest'
import type { FillRow } from '../../shared/account-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { HIDDEN } from '../../shared/format/amount.ts'
import { accountRow, fillRow, hedge, main, NOW } from '../test/samples.ts'
import { createSpeech } from '../words/speech.ts'
import { fillNotice } from './fill-notice.ts'
import type { Notice } from './notice.ts'

const accounts = [accountRow(), accountRow({ account: hedge, label: 'Hedge' })]
const english = createSpeech('en', 'UTC', 'shown')

function told(fills: readonly FillRow[], kind: 'happened' | 'caught-up' = 'happened', speech = english): Notice {
  return fillNotice({ kind, fills }, accounts, speech)
}

describe('one fill', () => {
  it('is a fact, its figures and its account', () => {
    expect(told([fillRow()])).toEqual({
      category: 'fill',
      identity: 'fill main f1',
      title: 'Bought 0.013 BTCUSDT at 97,123.4',
      body: 'fee 0.69 USDT · Main',
      account: main,
      place: { tab: 'account', account: main, instrument: null },
      weight: 'normal',
      sound: 'usual',
      at: NOW + 1000,
    })
  })

  it('tells what was realised with its sign', () => {
    expect(told([fillRow({ side: 'sell', realisedPnl: decimal('12.346') })])).toMatchObject({
      title: 'Sold 0.013 BTCUSDT at 97,123.4',
      body: 'PnL +12.35 · fee 0.69 USDT · Main',
    })
    expect(told([fillRow({ realisedPnl: decimal('-5') })]).body).toMatch(/^PnL −5\.00 · /)
  })

  it('tells a fee that was received as what it is, and none where none is known', () => {
    expect(told([fillRow({ fee: decimal('-0.2') })]).body).toBe('rebate 0.2 USDT · Main')
    expect(told([fillRow({ fee: null, realisedPnl: decimal('0') })]).body).toBe('Main')
  })

  it.each([
    ['liquidation', 'Liquidated: Bought 0.013 BTCUSDT at 97,123.4'],
    ['adl', 'Auto-deleveraged: Bought 0.013 BTCUSDT at 97,123.4'],
  ] as const)('is critical when it is a forced one: %s', (cause, title) => {
    expect(told([fillRow({ cause })])).toMatchObject({ title, weight: 'critical' })
  })

  it('says when it happened, if that was a while ago', () => {
    expect(told([fillRow()], 'caught-up').body).toBe('fee 0.69 USDT · Main · at 12:00')
  })

  it('speaks the user’s language', () => {
    expect(told([fillRow()], 'happened', createSpeech('ru', 'UTC', 'shown')).title).toBe(
      'Куплено 0,013 BTCUSDT по 97\u00a0123,4',
    )
    expect(told([fillRow()], 'happened', createSpeech('bg', 'UTC', 'shown')).title).toMatch(/^Купени 0,013 BTCUSDT по /)
  })

  it('hides amounts, while prices are public', () => {
    const hidden = createSpeech('en', 'UTC', 'hidden')
    expect(told([fillRow({ realisedPnl: decimal('12.3') })], 'happened', hidden)).toMatchObject({
      title: `Bought ${HIDDEN} BTCUSDT at 97,123.4`,
      body: `PnL ${HIDDEN} · fee ${HIDDEN} USDT · Main`,
    })
  })
})

describe('several fills', () => {
  const second = fillRow({ fill: 'f2', quantity: decimal('0.007'), fee: decimal('0.31'), at: NOW + 1100 })

  it('of one order at one price are one', () => {
    expect(told([fillRow(), second])).toMatchObject({
      identity: 'fill main f2',
      title: 'Bought 0.020 BTCUSDT at 97,123.4',
      body: 'fee 1.00 USDT · Main',
    })
  })

  it('of which one fee is unknown have an unknown fee', () => {
    expect(told([fillRow({ fee: null }), second]).body).toBe('Main')
  })

  it('are a digest when they differ', () => {
    const other = fillRow({ account: hedge, fill: 'f3', symbol: 'ETHUSDT' })
    expect(told([fillRow(), other])).toMatchObject({
      title: '2 fills: BTCUSDT, ETHUSDT',
      body: 'Main, Hedge',
      account: null,
      place: { tab: 'account', account: 'all', instrument: null },
    })
  })

  it('that were missed are counted, and lead to their account', () => {
    const fills = ['A', 'B', 'C', 'D', 'E'].map((symbol) => fillRow({ fill: symbol, symbol }))
    expect(told(fills, 'caught-up')).toMatchObject({
      title: '5 fills while you were away',
      body: 'A, B, C +2 · Main',
      account: main,
      place: { tab: 'account', account: main, instrument: null },
    })
  })

  it('are critical when one of them is', () => {
    expect(told([fillRow(), fillRow({ fill: 'f2', cause: 'liquidation' })]).weight).toBe('critical')
  })
})
