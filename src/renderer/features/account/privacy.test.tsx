// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ok } from '../../../shared/result.ts'
import { FigureTip } from '../../parts/figure-tip.tsx'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import * as rows from '../../test/rows.ts'
import { Drift } from '../system/drift.tsx'
import { TopBar } from '../frame/top-bar.tsx'
import { AccountTab } from './account-tab.tsx'

prepareDom()

/** Every amount has digits of its own, found nowhere else. */
const AMOUNTS = {
  equity: '71317.71',
  wallet: '72317.72',
  available: '73317.73',
  value: '74317.74',
  pnl: '-75317.75',
  peak: '76317.76',
  today: '77317.77',
  size: '78317.78',
  margin: '79317.79',
  quantity: '61317.61',
  filled: '62317.62',
  fee: '63317.63',
  realised: '64317.64',
  funding: '65317.65',
  ours: '66317.66',
  theirs: '67317.67',
} as const

const amount = (name: keyof typeof AMOUNTS) => decimal(AMOUNTS[name])
const telling = Object.values(AMOUNTS).map((text) => text.replace('-', '').slice(0, 5))

function feed(fake: FakePage): void {
  const { equity, wallet, available, pnl } = {
    equity: amount('equity'),
    wallet: amount('wallet'),
    available: amount('available'),
    pnl: amount('pnl'),
  }
  const sums = {
    equity,
    wallet,
    available,
    unrealisedPnl: pnl,
    positionValue: amount('value'),
    peakEquity: amount('peak'),
  }
  const total = { ...sums, todayPnl: amount('today'), initialMargin: amount('margin'), marginBalance: equity }
  fake.feed('accounts.list', { main: rows.accountRow(), other: rows.accountRow({ account: 'other' as never }) })
  fake.feed('portfolio.totals', { all: rows.totalRow(total), main: rows.totalRow({ ...total, account: rows.main }) })
  const position = {
    size: amount('size'),
    notional: amount('value'),
    unrealisedPnl: pnl,
    initialMargin: amount('margin'),
  }
  fake.feed('portfolio.positions', { a: rows.positionRow(position) })
  fake.feed('portfolio.orders', { a: rows.orderRow({ quantity: amount('quantity'), filled: amount('filled') }) })
  const fill = { quantity: amount('quantity'), fee: amount('fee'), realisedPnl: amount('realised') }
  fake.feed('portfolio.fills', { a: rows.fillRow(fill) })
  fake.feed('portfolio.flows', { a: rows.flowRow({ amount: amount('funding') }) })
  fake.feed('portfolio.balances', {
    a: rows.balanceRow({ equity, wallet, available, unrealisedPnl: pnl, value: amount('value') }),
  })
  fake.answer('portfolio.equity', () => ok({ currency: 'USDT', points: [], provenFrom: null }))
  fake.feed('health.drift', { a: rows.driftRow({ ours: AMOUNTS.ours, theirs: AMOUNTS.theirs }) })
}

const everything = (
  <>
    <TopBar />
    <AccountTab />
    <Drift />
    <FigureTip />
  </>
)

/** What of the amounts can be read in the document, in text or in attributes, grouped or not. */
function readable(): readonly string[] {
  const html = document.documentElement.outerHTML.replaceAll(/(?<=\d)[,\u00a0\u202f ](?=\d)/g, '')
  return telling.filter((digits) => html.includes(digits))
}

it('leaves no digit of an amount anywhere in the document', () => {
  const fake = settled({ privacy: true })
  feed(fake)
  show(fake, everything)
  expect(screen.getAllByText('BTCUSDT').length).toBeGreaterThan(2)
  expect(readable()).toEqual([])
  expect(document.body.textContent).toContain('86,000')
  expect(document.body.textContent).toContain('%')
})

it('takes away what a tooltip had read when amounts are hidden', () => {
  const fake = settled()
  feed(fake)
  show(
    fake,
    <>
      <TopBar />
      <FigureTip />
    </>,
  )
  const equity = document.querySelector('.total .figure [data-exact]')!
  fireEvent.pointerOver(equity)
  expect(screen.getByRole('tooltip').textContent).toContain('71,317.71')
  expect(readable()).toEqual(['71317', '77317'])
  fake.feed('settings.current', { settings: rows.settingsRow({ privacy: true }) })
  expect(screen.queryByRole('tooltip')).toBeNull()
  expect(readable()).toEqual([])
})

it('copies no amounts', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  const fake = settled({ privacy: true })
  feed(fake)
  show(fake, everything)
  const buttons = screen.getAllByRole('button', { name: 'Copy as CSV' })
  for (const button of buttons) await act(async () => void fireEvent.click(button))
  const copied = writeText.mock.calls.map(([text]) => text).join('\n')
  expect(writeText).toHaveBeenCalledTimes(buttons.length)
  expect(copied).toContain('BTCUSDT')
  expect(telling.filter((digits) => copied.includes(digits))).toEqual([])
})
