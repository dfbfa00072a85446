// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { decimal, sum } from '../../../shared/decimal.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { accountRow, NOW, positionRow, totalRow } from '../../test/rows.ts'
import { Positions } from './positions.tsx'

prepareDom()

const PNL = 7

function open(rows: Readonly<Record<string, unknown>>): FakePage {
  const fake = settled()
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('portfolio.totals', { all: totalRow() })
  fake.feed('portfolio.positions', rows)
  show(fake, <Positions account="all" />)
  return fake
}

const rowOf = (symbol: string) => screen.getByRole('row', { name: new RegExp(symbol) })
const cellsOf = (row: HTMLElement) => within(row).getAllByRole('cell')
const notice = () => document.querySelector('.notice')?.textContent
const totals = () => [...document.querySelectorAll('tfoot td')].map((cell) => cell.textContent)

describe('the totals row', () => {
  const pnls = ['0.1', '0.2', '-3.333333333333333333', '1000000.005'].map(decimal)

  it('is the sum of the rows above it, at every change', () => {
    const entries = pnls.map((unrealisedPnl, index) => {
      return [`p${index}`, positionRow({ symbol: `C${index}USDT`, unrealisedPnl })] as const
    })
    const fake = open(Object.fromEntries(entries))
    expect(sum(pnls)).toBe('999996.971666666666666667')
    expect(totals()[PNL]).toBe('+999,996.97')
    fake.patch('portfolio.positions', { p3: null })
    expect(totals()[PNL]).toBe('−3.03')
  })

  it('is unknown as soon as one of them is', () => {
    open({ a: positionRow(), b: positionRow({ symbol: 'ETHUSDT', unrealisedPnl: null }) })
    expect(totals()[PNL]).toBe('—')
  })

  it('does not add different assets', () => {
    open({ a: positionRow(), b: positionRow({ symbol: 'BTCUSD', settleAsset: 'BTC', unrealisedPnl: decimal('0.5') }) })
    expect(totals()[PNL]).toBe('+0.50 BTC+500.00 USDT')
  })
})

describe('a position', () => {
  it('is dimmed and dated while it is stale, with its figures kept', () => {
    const fake = open({ a: positionRow({ freshness: 'stale', heardAt: NOW - 14_000 }) })
    const row = rowOf('BTCUSDT')
    expect(row.className).toContain('stale')
    expect(within(row).getByText(/stale 14s/)).toBeTruthy()
    expect(cellsOf(row)[PNL]?.textContent).toBe('▲ +500.00')
    fake.patch('portfolio.positions', { a: positionRow() })
    expect(rowOf('BTCUSDT').className).not.toContain('stale')
  })

  it('is stale too when only its mark price is', () => {
    open({ a: positionRow({ markFreshness: 'stale', markAt: NOW - 60_000 }) })
    expect(within(rowOf('BTCUSDT')).getByText(/stale 1m/)).toBeTruthy()
  })

  it('says only that liquidation is farther than the price itself', () => {
    open({ a: positionRow({ liquidationDistance: decimal('4.93') }) })
    expect(rowOf('BTCUSDT').textContent).toContain('>100\u00a0%')
    const bar = document.querySelector<HTMLElement>('.distance .meter > span')
    expect(bar?.style.width).toBe('100%')
  })

  it('keeps the digits as stated behind the digits that are shown', () => {
    open({ a: positionRow({ entry: decimal('96476.50000000') }) })
    const entry = within(rowOf('BTCUSDT')).getByText('96,476.5')
    expect(entry.dataset['exact']).toBe('96,476.50000000')
  })
})

it('is said to be waited for until the first full report, and only then to be none', () => {
  const fake = settled()
  show(fake, <Positions account="all" />)
  expect(document.querySelector('.notice')).toBeNull()
  fake.feed('portfolio.positions', {})
  expect(notice()).toContain('Waiting')
  fake.feed('portfolio.totals', { all: totalRow() })
  expect(notice()).toContain('No open positions')
  fake.lose('portfolio.positions')
  expect(screen.getByRole('alert')).toBeTruthy()
})
