// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { decimal } from '../../../../shared/decimal.ts'
import { ruleRow } from '../../../test/alert-rows.ts'
import { prepareDom } from '../../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../../test/fake-page.tsx'
import { eth, priceRow } from '../../../test/market-rows.ts'
import { btc } from '../../../test/rows.ts'
import { choicesOf } from '../../alerts/rules/choices-of.ts'
import { AlertBar } from './alert-bar.tsx'
import { AlertHandles } from './alert-handles.tsx'
import type { PriceScale } from './price-scale.ts'
import { usePriceAlerts } from './use-price-alerts.ts'

prepareDom()

/** A chart of 400 pixels from 87,000 down to 85,000: five dollars to a pixel. */
const scale: PriceScale = {
  heightOf: (price) => (87_000 - price) / 5,
  priceAt: (height) => 87_000 - height * 5,
  bottom: () => 400,
  onMove: () => () => undefined,
}

function Chart() {
  const prices = usePriceAlerts(btc)
  const [adding, setAdding] = useState<'open' | 'closed'>('closed')
  return (
    <>
      <AlertHandles scale={scale} prices={prices} />
      <AlertBar instrument={btc} prices={prices} adding={adding} setAdding={setAdding} />
    </>
  )
}

const condition = { kind: 'price-crosses', instrument: btc, price: decimal('86500'), of: 'mark' } as const
const above = ruleRow({ condition: { ...condition, direction: 'above' } })

async function open(...rules: readonly RuleRow[]): Promise<FakePage> {
  const fake = settled()
  fake.feed('market.prices', { [btc]: priceRow() })
  fake.feed('rules.list', Object.fromEntries(rules.map((row) => [row.rule, row])))
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined })
  show(fake, <Chart />)
  await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
  return fake
}

const handle = () => screen.getByRole('spinbutton')
const at = () => handle().getAttribute('aria-valuetext')
const saved = (fake: FakePage) => fake.asked.filter(({ path }) => path === 'rules.save').map(({ input }) => input)
const press = (key: string, shiftKey = false) =>
  act(async () => {
    fireEvent.keyDown(handle(), { key, shiftKey })
    await new Promise((resolve) => requestAnimationFrame(resolve))
  })
const drag = (...heights: readonly number[]) =>
  act(async () => {
    fireEvent.pointerDown(handle(), { button: 0, clientY: 100, pointerId: 1 })
    for (const clientY of heights) fireEvent.pointerMove(handle(), { clientY, pointerId: 1 })
  })

it('is dragged with the pointer and kept at the nearest price there is when let go', async () => {
  const fake = await open(above)
  expect(at()).toBe('86,500')
  await drag(90, 80.007)
  expect(at()).toBe('86,600')
  expect(saved(fake)).toEqual([])
  await act(async () => void fireEvent.pointerUp(handle(), { pointerId: 1 }))
  const choices = { ...choicesOf(above), condition: { ...condition, direction: 'above', price: '86600' } }
  expect(saved(fake)).toEqual([{ rule: 'r1', choices }])
  expect(at()).toBe('86,600')
})

it('waits for the price from the other side when it is moved there', async () => {
  const fake = await open(above)
  await drag(250)
  await act(async () => void fireEvent.pointerUp(handle(), { pointerId: 1 }))
  expect(saved(fake)).toMatchObject([{ choices: { condition: { price: '85750', direction: 'below' } } }])
})

it('goes back to where it was when the drag is broken off, or not kept', async () => {
  const fake = await open(above)
  await drag(50)
  await act(async () => void fireEvent.pointerCancel(handle(), { pointerId: 1 }))
  expect(at()).toBe('86,500')
  fake.answer('rules.save', () => FAILED)
  await drag(50)
  await act(async () => void fireEvent.pointerUp(handle(), { pointerId: 1 }))
  expect(at()).toBe('86,500')
  expect(screen.getByRole('alert').textContent).not.toBe('')
})

it('is moved by keys, kept by Enter, put back by Escape, removed by Delete', async () => {
  const fake = await open(above)
  act(() => handle().focus())
  for (const [key, shift] of [
    ['ArrowUp', true],
    ['ArrowDown', false],
    ['PageUp', false],
  ] as const)
    await press(key, shift)
  expect(at()).toBe('86,510.9')
  await press('Escape')
  expect(at()).toBe('86,500')
  await press('ArrowUp')
  await press('Enter')
  expect(saved(fake)).toMatchObject([{ choices: { condition: { price: '86500.1' } } }])
  await press('Delete')
  expect(fake.asked.at(-1)).toEqual({ path: 'rules.remove', input: { rule: 'r1' } })
})

it('is kept also when the focus moves on', async () => {
  const fake = await open(above)
  act(() => handle().focus())
  await press('ArrowDown')
  await act(async () => handle().blur())
  expect(saved(fake)).toMatchObject([{ choices: { condition: { price: '86499.9' } } }])
})

it('shows handles of this contract alone, and only of prices in sight; the list has them all', async () => {
  const far = ruleRow({ rule: 'far', condition: { ...condition, direction: 'above', price: decimal('120000') } })
  const other = ruleRow({ rule: 'other', condition: { ...condition, direction: 'above', instrument: eth } })
  await open(above, far, other)
  expect(screen.getAllByRole('spinbutton')).toHaveLength(1)
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual(['▲ 120,000×', '▲ 86,500×'])
})

it('adds one at the price typed, by the price’s steps and from the right side', async () => {
  const fake = await open()
  const submit = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add alert' })))
  await submit()
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Price of the alert' })
  expect(field.value).toBe('86000')
  fireEvent.change(field, { target: { value: 'soon' } })
  await submit()
  expect(saved(fake)).toEqual([])
  fireEvent.change(field, { target: { value: '85,123.46' } })
  await submit()
  expect(saved(fake)).toMatchObject([
    { rule: null, choices: { condition: { ...condition, direction: 'below', price: '85123.5' } } },
  ])
})
