import { expect, type Locator } from '@playwright/test'
import { equals, type Decimal } from '../../../src/shared/decimal.ts'
import { amount, isSum, stated } from '../../support/figures.ts'

/** The exact digits behind a figure on the page, which is set in English; null where the page knows none. */
export async function exactOf(figure: Locator): Promise<Decimal | null> {
  const text = await figure.getAttribute('data-exact')
  return text === null ? null : amount(text.replaceAll(',', '').replace('−', '-'))
}

/** Waits until a figure is equal to the truth, every digit that the exchange states of it. */
export function expectFigure(figure: Locator, truth: Decimal, what: string): Promise<void> {
  return expectThat(figure, truth, what, (said) => equals(stated(said), truth))
}

/** Waits until a sum of figures that the exchange rounds is the truth. */
export function expectSumOf(figure: Locator, truth: Decimal, what: string): Promise<void> {
  return expectThat(figure, truth, what, (said) => isSum(said, truth))
}

async function expectThat(
  figure: Locator,
  truth: Decimal,
  what: string,
  isTrue: (said: Decimal) => boolean,
): Promise<void> {
  const read = async (): Promise<Decimal | null> => {
    const said = await exactOf(figure)
    return said !== null && isTrue(said) ? truth : said
  }
  await expect.poll(read, { message: what }).toBe(truth)
}

/** Waits until a figure is seen to be one of the past. */
export async function expectDimmed(figure: Locator): Promise<void> {
  await expect.poll(() => figure.evaluate(opacityOf)).toBeLessThan(0.9)
}

/** How much of an element is seen through everything it stands in. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let each: Element | null = element; each !== null; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity)
  return opacity
}
