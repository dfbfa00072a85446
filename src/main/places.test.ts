import { expect, it } from 'vitest'
import { createManualClock } from '../engine/test/manual-clock.ts'
import type { Place } from '../shared/desktop-rows.ts'
import { accountId, instrumentId, marketId, venueId } from '../shared/ids.ts'
import { createPlaces } from './places.ts'

const main = accountId('main')
const btc = instrumentId(marketId(venueId('somewhere'), 'main'), 'BTCUSDT')
const account: Place = { tab: 'account', account: 'all', instrument: null }
const markets: Place = { tab: 'markets', account: null, instrument: btc }

function open() {
  const places = createPlaces(createManualClock(5000))
  return { places, wanted: () => places.wanted.get('wanted') }
}

it('asks the page to go somewhere, each time under a new number', () => {
  const { places, wanted } = open()
  places.request(markets)
  expect(wanted()).toEqual({ ...markets, number: 1, at: 5000 })
  places.request(markets)
  expect(wanted()?.number).toBe(2)
})

it('asks no longer once the page is there, whatever else it shows beside', () => {
  const { places, wanted } = open()
  places.request(markets)
  places.showing(account)
  expect(wanted()?.number).toBe(1)
  places.showing({ ...markets, account: main })
  expect(wanted()).toBeUndefined()
  expect(places.shown()).toEqual({ ...markets, account: main })
})

it('does not ask for what is shown already, and takes back what was asked before', () => {
  const { places, wanted } = open()
  places.showing(account)
  places.request({ ...account, account: null })
  expect(wanted()).toBeUndefined()
  places.request(markets)
  places.request(account)
  expect(wanted()).toBeUndefined()
})

it('asks the page that comes after a crash to begin where the last one was', () => {
  const { places, wanted } = open()
  places.showing({ ...markets, account: main })
  places.pageGone('return')
  expect(places.shown()).toBeNull()
  expect(wanted()).toMatchObject({ ...markets, account: main })
})

it('lets a page begin anew after the window was closed', () => {
  const { places, wanted } = open()
  places.showing(account)
  places.request(markets)
  places.pageGone('forget')
  expect([places.shown(), wanted()]).toEqual([null, undefined])
  places.request(account)
  expect(wanted()).toMatchObject(account)
})
