import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, equals } from '../../shared/decimal.ts'
import { arrowOf, toneOf, withoutTail } from '../../shared/format/amount.ts'
import { createFormats } from './formats.ts'

const english = createFormats('en', 'UTC', false)

describe('long tails of zeros', () => {
  it.each([
    ['96476.50000000', '96,476.5'],
    ['1627.91090000', '1,627.9109'],
    ['100.0000', '100'],
    ['84021.50', '84,021.50'],
    ['0.00010000', '0.0001'],
    ['19446.8462', '19,446.8462'],
    ['1000000', '1,000,000'],
    ['-0.00000000', '0'],
  ])('%s is shown as %s', (text, shown) => {
    expect(english.brief(decimal(text))).toBe(shown)
  })

  it('take nothing from the value', () => {
    const amounts = fc.tuple(fc.integer(), fc.nat(999_999), fc.nat(12)).map(([whole, part, zeros]) => {
      return decimal(`${whole}.${part}${'0'.repeat(zeros)}`)
    })
    fc.assert(fc.property(amounts, (amount) => equals(withoutTail(amount), amount)))
  })

  it('stay where every digit is asked for', () => {
    expect(english.exact(decimal('96476.50000000'))).toBe('96,476.50000000')
  })
})

describe('changes', () => {
  it('are told by sign, arrow and colour alike', () => {
    const [gain, loss, none] = [decimal('0.1'), decimal('-0.1'), decimal('-0.00')]
    expect([gain, loss, none].map(arrowOf)).toEqual(['▲', '▼', ''])
    expect([gain, loss, none, null].map(toneOf)).toEqual(['up', 'down', 'flat', 'flat'])
  })
})

describe('times on a chart', () => {
  const midnightInSofia = Date.UTC(2026, 10, 20, 22, 0, 0)

  it('are counted in the user’s zone, a day’s first minute named by its day', () => {
    const { time } = createFormats('en', 'Europe/Sofia', false)
    expect(time.tick(midnightInSofia, 'minute')).toBe('Nov 21')
    expect(time.tick(midnightInSofia + 900_000, 'minute')).toBe('00:15')
    expect(time.tick(midnightInSofia, 'second')).toBe('00:00:00')
    expect(english.time.tick(midnightInSofia, 'minute')).toBe('22:00')
  })

  it('name days, months and years of their zone', () => {
    const newYear = Date.UTC(2026, 11, 31, 23, 0, 0)
    const units = ['day', 'month', 'year'] as const
    expect(units.map((unit) => english.time.tick(newYear, unit))).toEqual(['Dec 31', 'Dec', '2026'])
    const { time } = createFormats('en', 'Europe/Sofia', false)
    expect(units.map((unit) => time.tick(newYear, unit))).toEqual(['Jan 1', 'Jan', '2027'])
  })

  it('do not take last year’s day for today', () => {
    const { time } = english
    expect(time.when(Date.UTC(2025, 10, 21, 9), Date.UTC(2026, 10, 21, 9))).toContain('Nov 21')
  })
})
