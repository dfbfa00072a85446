// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { watching } from '../../test/market-rows.ts'
import { accountRow, btc, NOW } from '../../test/rows.ts'
import { Palette } from './palette.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { useShortcuts } from './use-shortcuts.ts'

prepareDom()

function Keys() {
  useShortcuts()
  return (
    <>
      <input aria-label="a field" />
      <Palette />
      <Shortcuts />
    </>
  )
}

function open(): FakePage {
  const fake = settled()
  fake.feed('accounts.list', { main: accountRow({ label: 'Hedge fund' }) })
  fake.feed('market.watchlist', watching(btc))
  fake.feed('portfolio.positions', {})
  show(fake, <Keys />)
  return fake
}

const press = (key: string, over: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...over })
const view = (fake: FakePage) => fake.page.view.getState()

it('switches tabs by number', () => {
  const fake = open()
  for (const [key, tab] of [
    ['2', 'markets'],
    ['3', 'alerts'],
    ['4', 'system'],
    ['5', 'settings'],
    ['1', 'account'],
  ] as const) {
    act(() => void press(key, { ctrlKey: true }))
    expect(view(fake).tab).toBe(tab)
  }
  act(() => void press('2'))
  act(() => void press('9', { metaKey: true }))
  expect(view(fake).tab).toBe('account')
})

it('shows the keys on ?, but not while something is typed', () => {
  open()
  act(() => void press('?', {}, screen.getByLabelText('a field')))
  expect(screen.queryByRole('dialog')).toBeNull()
  act(() => void press('?'))
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
})

it('hides amounts by key', () => {
  const fake = open()
  act(() => void press('.', { ctrlKey: true }))
  expect(fake.asked).toEqual([{ path: 'settings.change', input: { privacy: true } }])
})

it('finds accounts, contracts and actions by name, and goes there', () => {
  const fake = open()
  act(() => void press('k', { metaKey: true }))
  const field = screen.getByRole('combobox')
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: 'hedge' } })
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Hedge fund Somewhere'])
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(view(fake)).toMatchObject({ account: 'main', tab: 'account', palette: 'closed' })
  act(() => void press('k', { ctrlKey: true }))
  fireEvent.click(screen.getByRole('option', { name: /BTCUSDT/ }))
  expect(view(fake)).toMatchObject({ instrument: btc, tab: 'markets', palette: 'closed' })
})

it('pauses alerts and opens the form of a rule by name', () => {
  const fake = open()
  const pick = (name: RegExp) => {
    act(() => void press('k', { ctrlKey: true }))
    fireEvent.click(screen.getByRole('option', { name }))
  }
  pick(/^Pause alerts/)
  pick(/^Resume alerts/)
  expect(fake.asked).toEqual([
    { path: 'alerts.pause', input: { until: NOW + 3_600_000 } },
    { path: 'alerts.pause', input: { until: null } },
  ])
  pick(/^Add a rule/)
  expect(view(fake)).toMatchObject({ tab: 'alerts', newRule: 'open' })
})

it('closes the palette when it is cancelled', () => {
  open()
  act(() => void press('k', { ctrlKey: true }))
  fireEvent(screen.getByRole('dialog'), new Event('cancel'))
  expect(screen.queryByRole('dialog')).toBeNull()
})
