// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show } from '../../test/fake-page.tsx'
import { totalRow } from '../../test/rows.ts'
import { Cards } from './cards.tsx'

prepareDom()

const figures = () => [...document.querySelectorAll('.figure-value')].map((value) => value.textContent)

it('shows no figure before the engine told one', () => {
  const fake = settled()
  show(fake, <Cards account="all" />)
  expect(figures()).toEqual(Array.from({ length: 7 }, () => ''))
  expect(document.querySelectorAll('.skeleton')).toHaveLength(7)
})

it('shows what is unknown as unknown, never as zero', () => {
  const fake = settled()
  const unknown = { equity: null, wallet: null, available: null, positionValue: null, unrealisedPnl: null }
  const also = { marginRatio: null, drawdown: null, peakEquity: null, todayPnl: null, todayReturn: null }
  fake.feed('portfolio.totals', { all: totalRow({ ...unknown, ...also }) })
  show(fake, <Cards account="all" />)
  expect(figures()).toEqual(Array.from({ length: 7 }, () => '—'))
  expect([...document.querySelectorAll('.figure-note')].map((note) => note.textContent).join('')).toBe('USDTUSDT')
})

it('shows a true zero as zero', () => {
  const fake = settled()
  fake.feed('portfolio.totals', { all: totalRow({ unrealisedPnl: decimal('0') }) })
  show(fake, <Cards account="all" />)
  expect(figures()).toEqual(['10,500.25', '10,000.50', '8,000.00', '21,000.00', '0.00', '1.00\u00a0%', '4.54\u00a0%'])
})

it('follows the account that is chosen and moves with it', () => {
  const fake = settled()
  fake.feed('portfolio.totals', { all: totalRow(), main: totalRow({ equity: decimal('7') }) })
  show(fake, <Cards account={'main' as never} />)
  expect(figures()[0]).toBe('7.00')
  fake.patch('portfolio.totals', { main: totalRow({ equity: decimal('8') }) })
  expect(figures()[0]).toBe('8.00')
})

it('dims what is stale and says what is left out', () => {
  const fake = settled()
  fake.feed('portfolio.totals', { all: totalRow({ freshness: 'stale', leftOut: ['XYZ'] }) })
  show(fake, <Cards account="all" />)
  expect(document.querySelector('.cards')?.className).toContain('aged')
  expect(screen.getByText('Without: XYZ')).toBeTruthy()
})
