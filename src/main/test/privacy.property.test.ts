import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FillRow } from '../../shared/account-rows.ts'
import { decimal, type Decimal } from '../../shared/decimal.ts'
import { HIDDEN } from '../../shared/format/amount.ts'
import { fillNotice } from '../notices/fill-notice.ts'
import { trayModel } from '../tray/tray-model.ts'
import { createSpeech } from '../words/speech.ts'
import { accountRow, fillRow, NOW, overviewOf, totalRow } from './samples.ts'

const language = fc.constantFrom('en' as const, 'ru' as const, 'bg' as const)
const amount: fc.Arbitrary<Decimal> = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([negative, whole, places]) => {
    const digits = String(whole).padStart(places + 1, '0')
    const cut = digits.length - places
    return decimal(`${negative ? '-' : ''}${digits.slice(0, cut)}${places === 0 ? '' : `.${digits.slice(cut)}`}`)
  })
const maybe = fc.option(amount)

const fill: fc.Arbitrary<FillRow> = fc
  .record({
    quantity: amount,
    fee: maybe,
    realisedPnl: maybe,
    side: fc.constantFrom('buy' as const, 'sell' as const),
    cause: fc.constantFrom('trade' as const, 'liquidation' as const, 'adl' as const),
  })
  .map((over) => fillRow({ ...over, symbol: 'ETHUSDT', price: decimal('7') }))

/** Every digit that is left once the price, which is public, is taken out. */
function digitsOf(text: string): string {
  return text.replace(/\b7\b/, '').replace(/\D/g, '')
}

it('leaves no digit of an amount in a notice', () => {
  fc.assert(
    fc.property(fill, language, (row, spoken) => {
      const hidden = createSpeech(spoken, 'UTC', 'hidden')
      const { title, body } = fillNotice({ kind: 'happened', fills: [row] }, [accountRow()], hidden)
      expect(digitsOf(`${title} ${body}`)).toBe('')
      expect(title).toContain(HIDDEN)
    }),
  )
})

it('leaves no digit of an amount in the tray, and the percentage stays', () => {
  fc.assert(
    fc.property(maybe, maybe, language, (equity, todayPnl, spoken) => {
      const overview = overviewOf({ total: totalRow({ equity, todayPnl, todayReturn: decimal('0.07') }) })
      const model = trayModel({ overview, attention: 'none', now: NOW }, createSpeech(spoken, 'UTC', 'hidden'))
      expect(model.toolTip).toMatch(/7[.,]00/)
      expect(model.toolTip.replace(/7[.,]00/, '')).not.toMatch(/\d/)
    }),
  )
})

it('writes hidden amounts of any length alike', () => {
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const hidden = createSpeech('en', 'UTC', 'hidden')
      const toolTipOf = (equity: Decimal): string =>
        trayModel({ overview: overviewOf({ total: totalRow({ equity }) }), attention: 'none', now: NOW }, hidden)
          .toolTip
      expect(toolTipOf(one)).toBe(toolTipOf(other))
    }),
  )
})
