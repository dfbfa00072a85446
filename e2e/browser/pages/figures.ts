import { expect, type Locator } from '@playwright/test'
import { equals, type Decimal } from '../../../src/shared/decimal.ts'
import { amount, stated } from '../../support/figures.ts'

/** The exact digits behind a figure on the page, which is set in English; null where the page knows none. */
export async function exactOf(figure: Locator): Promise<Decimal | null> {
  const text = await figure.getAttribute('data-exact')
  return text === null ? null : amount(text.replaceAll(',', '').replace('−', '-'))
}

/** Waits until a figure is equal to the truth, every digit that the exchange states of it. */
export async function expectFigure(figure: Locator, truth: Decimal, what: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const said = await exactOf(figure)
        return said !== null && equals(stated(said), truth) ? truth : said
      },
      { message: what },
    )
    .toBe(truth)
}
