// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ok } from '../../../shared/result.ts'
import { useRows, usePage } from '../../state/page.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { eth, instrumentRow, priceRow, watching } from '../../test/market-rows.ts'
import { btc } from '../../test/rows.ts'
import { createTogether } from './together.ts'
import { Watchlist } from './watchlist.tsx'

prepareDom()

function Watched() {
  const { queries } = usePage()
  const rows = [...useRows(queries.watchlist).values()].sort((a, b) => a.position - b.position)
  return <Watchlist rows={rows} chosen={btc} />
}

function open(): FakePage {
  const fake = settled()
  fake.feed('market.watchlist', watching(btc, eth))
  fake.feed('market.prices', {
    [btc]: priceRow(),
    [eth]: priceRow({ instrument: eth, base: 'ETH', freshness: 'stale' }),
  })
  show(fake, <Watched />)
  return fake
}

const symbols = () => [...document.querySelectorAll('tbody tr[data-index] .symbol')].map((cell) => cell.textContent)
const row = (symbol: string) => screen.getByRole('row', { name: new RegExp(symbol) })

it('shows the contracts in the user’s order with what is known of them', () => {
  const fake = open()
  expect(symbols()).toEqual(['BTCUSDT BTC / USDT', 'ETHUSDT ETH / USDT'])
  expect(row('ETHUSDT').className).toContain('stale')
  fake.feed('market.prices', { [btc]: priceRow({ bid: null }) })
  expect(within(row('BTCUSDT')).getAllByRole('cell')[1]?.textContent).toBe('—')
})

it('moves a contract by one place and lets it go', () => {
  const fake = open()
  fireEvent.click(screen.getByRole('button', { name: 'Move ETHUSDT up' }))
  fireEvent.click(screen.getByRole('button', { name: 'Stop watching BTCUSDT' }))
  expect(fake.asked).toEqual([
    { path: 'market.reorder', input: { instruments: [eth, btc] } },
    { path: 'market.unwatch', input: { instrument: btc } },
  ])
  expect(screen.getByRole('button', { name: 'Move BTCUSDT up' }).hasAttribute('disabled')).toBe(true)
})

it('puts a dragged contract where it is dropped', () => {
  const fake = open()
  const tools = document.querySelectorAll('.watch-tools')
  const carried = new Map<string, string>()
  const dataTransfer = {
    setData: (kind: string, text: string) => carried.set(kind, text),
    getData: (kind: string) => carried.get(kind),
  }
  fireEvent.dragStart(tools[1]!, { dataTransfer })
  fireEvent.drop(tools[0]!, { dataTransfer })
  expect(fake.asked).toEqual([{ path: 'market.reorder', input: { instruments: [eth, btc] } }])
})

it('finds a contract and watches it; one that is watched cannot be added twice', async () => {
  const fake = open()
  const sol = instrumentRow({ instrument: 'somewhere.main/SOLUSDT' as never, symbol: 'SOLUSDT' })
  fake.answer('market.search', () => ok([sol, instrumentRow()]))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add a contract' })))
  expect(screen.getByRole('button', { name: /^ETHUSDT/ }).hasAttribute('disabled')).toBe(true)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^SOLUSDT/ })))
  expect(fake.asked.at(-1)).toEqual({ path: 'market.watch', input: { instrument: sol.instrument } })
})

it('keeps every pair of place and price that did not change', () => {
  const together = createTogether()
  const places = Object.values(watching(btc, eth))
  const prices = new Map([
    [btc, priceRow()],
    [eth, priceRow({ instrument: eth })],
  ])
  const before = together(places, prices)
  const after = together(places, new Map([...prices, [eth, priceRow({ instrument: eth, mark: decimal('1') })]]))
  expect(after.get(btc)).toBe(before.get(btc))
  expect(after.get(eth)?.price?.mark).toBe('1')
})
