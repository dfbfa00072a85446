import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentence } from '../sentence.ts'
import { createTranslate } from '../translate.ts'
import { writeBytes, writeSpan, writeValues, type Reader } from './alert-text.ts'
import { readLocale } from './amount.ts'

function reader(language: 'en' | 'ru' | 'bg', privacy = false): Reader {
  return { language, locale: readLocale(language), timeZone: 'UTC', privacy }
}

const position = sentence('alert.position-body', {
  account: 'Main',
  priceMark: '97123.40',
  priceLiquidation: '71204.9',
  amountPnl: '-1425.5',
  asset: 'USDT',
  shareRoi: '0.158',
})

describe('an alert as its reader sees it', () => {
  it.each([
    ['en', 'Main: mark price 97,123.40, liquidation at 71,204.9, PnL −1,425.5 USDT, ROI +15.80 %.'],
    ['bg', 'Main: маркираща цена 97\u00a0123,40, ликвидация при 71\u00a0204,9, PnL −1\u00a0425,5 USDT, ROI +15,80 %.'],
  ] as const)('is written for %s', (language, text) => {
    const said = createTranslate(language)(writeValues(position, reader(language)))
    expect(said.replaceAll('\u00a0%', ' %')).toBe(text)
  })

  it('hides amounts and nothing else in privacy mode', () => {
    const said = createTranslate('en')(writeValues(position, reader('en', true)))
    expect(said).toContain('PnL •••••• USDT')
    expect(said).toContain('97,123.40')
  })

  it('never shows a digit of an amount in privacy mode', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (units) => {
        const { values } = writeValues(sentence('alert.balance', { amountMoved: String(units) }), reader('ru', true))
        expect(values['amountMoved']).toBe('••••••')
      }),
    )
  })

  it('says a dash for what is not known, and leaves what is no figure alone', () => {
    const said = writeValues(
      sentence('alert.fill-body', { amountRealised: '', account: '5', side: 'long' }),
      reader('ru'),
    )
    expect(said.values).toEqual({ amountRealised: '—', account: '5', side: 'лонг' })
  })
})

describe('a span', () => {
  it.each([
    [5_400_000, '1 hr 30 min'],
    [60_000, '1 min'],
    [86_400_000 + 7_200_000 + 60_000, '1 day 2 hr'],
    [250, '250 ms'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(writeSpan(ms, 'en')).toBe(text)
  })
})

it.each([
  [153_000_000_000, '153 GB'],
  [2_560_000_000_000, '2.6 TB'],
  [8_400_000, '8.4 MB'],
  [12, '12 byte'],
])('%d bytes read %s', (bytes, text) => {
  expect(writeBytes(bytes, 'en')).toBe(text)
})
