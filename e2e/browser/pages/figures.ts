import { expect, type Locator } from '@playwright/test'
import { equals, type Decimal } from '../../../src/shared/decimal.ts'
import { amount, isSum, stated } from '../../support/figures.ts'

/** The exact digits behind a figure on the page, which is set in English; null where the page knows none. */
export async function exactOf(figure: Locator): Promise<Decimal | null> {
  const text = await figure.getAttribute('data-exact')
  return text === null ? null : amount(text.replaceAll(',', '').replace('−', '-'))
}

/** Asked anew at every look: the exchange goes on while the page is read. */
type Truth = () => Decimal

/** Waits until a figure is equal to the truth, every digit of it or every digit that the exchange states. */
export function expectFigure(figure: Locator, truth: Truth, what: string): Promise<void> {
  return expectThat(figure, truth, what, (said, held) => equals(said, held) || equals(stated(said), held))
}

/** Waits until a sum of figures that the exchange rounds is the truth. */
export function expectSumOf(figure: Locator, truth: Truth, what: string): Promise<void> {
  return expectThat(figure, truth, what, isSum)
}

async function expectThat(
  figure: Locator,
  truth: Truth,
  what: string,
  agree: (said: Decimal, held: Decimal) => boolean,
): Promise<void> {
  const difference = async (): Promise<string | null> => {
    const said = await exactOf(figure)
    const held = truth()
    return said !== null && agree(said, held) ? null : `${said ?? 'nothing'} is said, ${held} is true`
  }
  await expect.poll(difference, { message: what }).toBeNull()
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
