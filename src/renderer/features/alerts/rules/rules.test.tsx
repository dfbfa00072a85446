// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { decimal } from '../../../../shared/decimal.ts'
import { ok } from '../../../../shared/result.ts'
import { sentence } from '../../../../shared/sentence.ts'
import { ruleRow } from '../../../test/alert-rows.ts'
import { prepareDom } from '../../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../../test/fake-page.tsx'
import { accountRow, main, NOW, venue } from '../../../test/rows.ts'
import { choicesOf } from './choices-of.ts'
import { Rules } from './rules.tsx'

prepareDom()

function open(...rows: readonly RuleRow[]): FakePage {
  const fake = settled()
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('rules.list', Object.fromEntries(rows.map((row) => [row.rule, row])))
  show(fake, <Rules />)
  return fake
}

const calls = (fake: FakePage) => fake.asked.filter(({ path }) => path.startsWith('rules.'))
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name, hidden: true })))
const entry = () => screen.getByRole('listitem')

it('lists the user’s own rules first, newest first, then those that came with Tidemark', () => {
  open(
    ruleRow({ rule: 'old', name: 'Old', createdAt: NOW - 9 }),
    ruleRow({ rule: 'built', name: 'Built', origin: 'first-start', createdAt: NOW }),
    ruleRow({ rule: 'new', name: 'New', createdAt: NOW - 1 }),
  )
  expect(screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'))).toEqual([
    'On: New',
    'On: Old',
    'On: Built',
  ])
})

it('says whether it watches, why not, and when it last fired', () => {
  const fake = open(ruleRow({ waiting: sentence('rule.only-old'), lastFiredAt: NOW - 3_600_000, account: main }))
  expect(entry().textContent).toContain('waiting')
  expect(entry().textContent).toContain('Waiting for fresh figures')
  expect(entry().textContent).toContain('last fired 11:00:00')
  expect(entry().textContent).toContain('Main')
  fake.patch('rules.list', { r1: ruleRow({ mutedUntil: NOW + 3_600_000 }) })
  expect(entry().textContent).toContain('watching')
  expect(entry().textContent).toContain('muted until 13:00:00')
  expect(entry().textContent).toContain('has not fired yet')
  fake.patch('rules.list', { r1: ruleRow({ enabled: false, mutedUntil: NOW - 1 }) })
  expect(entry().textContent).toContain('off')
  expect(entry().textContent).not.toContain('muted')
})

it('tells contracts of one symbol apart by their exchange', async () => {
  const fake = settled()
  const venues = [{ venue, name: 'Somewhere', environments: [], signing: [] }]
  fake.answer('app.info', () => ok({ venues }))
  fake.feed('rules.list', { r1: ruleRow() })
  show(fake, <Rules />)
  expect((await screen.findByText(/When BTCUSDT \(Somewhere\) rises/)).className).toBe('rule-title')
})

it('is switched off with everything else kept as it was', async () => {
  const row = ruleRow({ channels: { desk: 'silent' } })
  const fake = open(row)
  await act(async () => void fireEvent.click(screen.getByRole('switch')))
  expect(calls(fake)).toEqual([
    { path: 'rules.save', input: { rule: 'r1', choices: { ...choicesOf(row), enabled: false } } },
  ])
})

it('says what was refused', async () => {
  const fake = open(ruleRow())
  fake.answer('rules.save', () => FAILED)
  await act(async () => void fireEvent.click(screen.getByRole('switch')))
  expect(within(entry()).getByRole('alert').textContent).not.toBe('')
})

it('mutes for an hour, for a shift, until the morning, and tells again', async () => {
  const fake = open(ruleRow({ mutedUntil: NOW + 1 }))
  for (const choice of ['For an hour', 'For 8 hours', 'Until tomorrow, 08:00', 'Tell again']) {
    await act(async () => void fireEvent.keyDown(screen.getByRole('button', { name: 'Mute' }), { key: 'Enter' }))
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: choice })))
  }
  const until = calls(fake).map(({ input }) => (input as { until: number | null }).until)
  expect(until).toEqual([NOW + 3_600_000, NOW + 8 * 3_600_000, Date.UTC(2026, 10, 22, 8), null])
})

it('mutes a critical rule only when that is confirmed, and says what that means', async () => {
  const fake = open(ruleRow({ severity: 'critical' }))
  await act(async () => void fireEvent.keyDown(screen.getByRole('button', { name: 'Mute' }), { key: 'Enter' }))
  await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'For an hour' })))
  expect(calls(fake)).toEqual([])
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByText(/While it is muted nobody is told/)).toBeTruthy()
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Mute' })))
  expect(calls(fake)).toEqual([{ path: 'rules.mute', input: { rule: 'r1', until: NOW + 3_600_000 } }])
})

it('is removed only when that is confirmed, and not at all when it came with Tidemark', async () => {
  const fake = open(ruleRow())
  await press('Remove')
  expect(calls(fake)).toEqual([])
  const dialog = within(screen.getByRole('dialog'))
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Remove' })))
  expect(calls(fake)).toEqual([{ path: 'rules.remove', input: { rule: 'r1' } }])
  expect(screen.queryByRole('dialog')).toBeNull()
  fake.patch('rules.list', { r1: ruleRow({ origin: 'first-start' }) })
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
})

it('opens the form with the rule as it is, also from elsewhere with none', async () => {
  const fake = open(ruleRow({ condition: { kind: 'margin-ratio', fraction: decimal('0.125') } }))
  await press('Edit')
  expect(screen.getByLabelText<HTMLInputElement>('Percent').value).toBe('12.5')
  await press('Cancel')
  act(() => fake.page.view.setState({ newRule: 'open' }))
  expect(screen.getByRole('dialog', { name: 'A new rule' })).toBeTruthy()
  await press('Cancel')
  expect(fake.page.view.getState().newRule).toBe('closed')
})
