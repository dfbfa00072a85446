// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ok } from '../../../shared/result.ts'
import { prepareDom } from '../../test/dom.ts'
import { FAILED, settled, show } from '../../test/fake-page.tsx'
import { accountRow, fillRow, NOW, settingsRow } from '../../test/rows.ts'
import { Fills } from './fills.tsx'

prepareDom()

const rows = () => [...document.querySelectorAll('tbody tr[data-index]')].map((row) => row.textContent)
const older = () => screen.getByRole('button', { name: 'Older' })
const fillAt = (name: string, at: number) => fillRow({ fill: name, at, quantity: decimal(name) })

function open() {
  const fake = settled()
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('portfolio.fills', { 'main 30': fillAt('30', NOW - 30), 'main 20': fillAt('20', NOW - 40) })
  show(fake, <Fills account="all" />)
  return fake
}

it('tells every fact of a fill in two lines', () => {
  open()
  expect(rows()[0]).toBe('11:59:59BTCUSDTSell30Mainmaker17.7 USDT86,000.10▲ +61.25')
})

it('says open where a fill closed nothing, and a dash where its result is unknown', () => {
  const fake = open()
  fake.feed('portfolio.fills', { 'main a': fillRow({ fill: 'a', realisedPnl: decimal('0.00') }) })
  expect(rows()[0]).toMatch(/86,000\.10open$/)
  fake.feed('portfolio.fills', { 'main a': fillRow({ fill: 'a', realisedPnl: null }) })
  expect(rows()[0]).toMatch(/86,000\.10—$/)
})

it('shows only the facts the user chose', () => {
  const fake = open()
  fake.feed('settings.current', { settings: settingsRow({ columns: { fills: ['symbol', 'price'] } }) })
  expect(rows()[0]).toBe('BTCUSDT86,000.10')
})

it('reads older fills page by page, each shown once, until there are none', async () => {
  const fake = open()
  const pages = [[fillAt('20', NOW - 40), fillAt('10', NOW - 50)], []]
  fake.answer('portfolio.olderFills', () => ok(pages.shift() ?? []))
  await act(async () => void fireEvent.click(older()))
  expect(rows().map((row) => row.match(/Sell(\d+)Main/)?.[1])).toEqual(['30', '20', '10'])
  await act(async () => void fireEvent.click(older()))
  expect(screen.getByText('Nothing older is stored.')).toBeTruthy()
  const befores = fake.asked.map(({ input }) => (input as { before: number }).before)
  expect(befores).toEqual([NOW - 39, NOW - 49])
})

it('lets the user try again when older fills could not be read', async () => {
  const fake = open()
  fake.answer('portfolio.olderFills', () => FAILED)
  await act(async () => void fireEvent.click(older()))
  await waitFor(() => expect(older().hasAttribute('disabled')).toBe(false))
  expect(rows()).toHaveLength(2)
})
