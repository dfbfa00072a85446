// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { RulePreview } from '../../../../shared/alert-rows.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { sentence } from '../../../../shared/sentence.ts'
import { osRow, channelRow, ruleRow } from '../../../test/alert-rows.ts'
import { prepareDom } from '../../../test/dom.ts'
import { settled, show, type FakePage } from '../../../test/fake-page.tsx'
import { watching } from '../../../test/market-rows.ts'
import { accountRow, btc, main, NOW } from '../../../test/rows.ts'
import { RuleBuilder } from './rule-builder.tsx'

prepareDom()

const closed = vi.fn()
const DAY_MS = 86_400_000

function open(row = null as Parameters<typeof RuleBuilder>[0]['row']): FakePage {
  closed.mockClear()
  const fake = settled()
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('market.watchlist', watching(btc))
  fake.feed('portfolio.positions', {})
  fake.feed('channels.list', { os: osRow(), desk: channelRow() })
  fake.answer('rules.preview', () => ok(preview()))
  show(fake, <RuleBuilder row={row} onClose={closed} />)
  return fake
}

const preview = (over: Partial<RulePreview> = {}): RulePreview => ({
  from: NOW - 18 * DAY_MS,
  to: NOW,
  times: 7,
  newest: [NOW - DAY_MS, NOW - 2 * DAY_MS],
  problem: null,
  ...over,
})

const type = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const asked = (fake: FakePage, path: string) => fake.asked.filter((each) => each.path === path)
const noteOf = (label: string) =>
  document.getElementById(screen.getByLabelText(label).getAttribute('aria-describedby') ?? '')?.textContent
const previewed = () => screen.getByRole('status', { name: 'Preview' })

it('says beside each field what is missing, once the user wants to save', async () => {
  const fake = open()
  expect(noteOf('Price')).toBe('')
  await press('Save rule')
  expect(noteOf('Price')).toBe('This is not a number.')
  expect(noteOf('Contract')).toBe('Choose a contract first.')
  expect(asked(fake, 'rules.save')).toEqual([])
})

it('saves exactly what was typed and closes', async () => {
  const fake = open()
  await type('Contract', btc)
  await type('Price', '97,000.50')
  await type('Back by, percent', '0.25')
  await type('Desk', 'off')
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Critical' })))
  await press('Save rule')
  expect(asked(fake, 'rules.save')).toEqual([
    {
      path: 'rules.save',
      input: {
        rule: null,
        choices: {
          name: '',
          enabled: true,
          condition: { kind: 'price-crosses', instrument: btc, direction: 'above', price: '97000.50', of: 'mark' },
          account: 'all',
          instrument: null,
          hysteresis: '0.0025',
          coolDownMs: 60_000,
          severity: 'critical',
          channels: { desk: 'off' },
          quietHours: null,
          recovery: false,
        },
      },
    },
  ])
  expect(closed).toHaveBeenCalled()
})

it('lets a rule be about one account and one contract', async () => {
  const fake = open()
  await type('Tell me about', 'position-pnl')
  await type('Account', main)
  await type('Contract', btc)
  await type('Amount', '-250')
  await press('Save rule')
  expect(asked(fake, 'rules.save')[0]?.input).toMatchObject({
    choices: {
      condition: { kind: 'position-pnl', level: 'below', amount: '-250' },
      account: main,
      instrument: btc,
      hysteresis: '0.05',
    },
  })
})

it('shows what the engine refused beside its field, and stays open', async () => {
  const fake = open(ruleRow())
  const refused = { code: 'invalid', sentence: sentence('input.invalid'), field: 'choices.condition.price' } as const
  fake.answer('rules.save', () => fail(refused))
  await press('Save rule')
  expect(noteOf('Price')).not.toBe('')
  expect(closed).not.toHaveBeenCalled()
  await type('Price', '98000')
  expect(noteOf('Price')).toBe('')
})

it('previews when typing has paused, once for the last thing typed', async () => {
  const fake = open(ruleRow())
  await type('Price', '98000')
  await type('Price', '99000')
  expect(previewed().textContent).toBe('Looking through history …')
  await waitFor(() => expect(previewed().textContent).toMatch(/^Would have fired 7 × since Nov 03\./))
  expect(previewed().textContent).toContain('Last: ')
  expect(asked(fake, 'rules.preview')).toHaveLength(1)
  expect(asked(fake, 'rules.preview')[0]?.input).toMatchObject({ condition: { price: '99000' } })
})

it('says that it would never have fired, or why nobody can tell', async () => {
  const fake = open(ruleRow())
  fake.answer('rules.preview', () => ok(preview({ times: 0, newest: [] })))
  await waitFor(() => expect(previewed().textContent).toMatch(/^Would not have fired since/))
  fake.answer('rules.preview', () => ok(preview({ problem: sentence('preview.no-history'), from: null, times: 0 })))
  await type('Price', '98000')
  await waitFor(() => expect(previewed().textContent).toMatch(/cannot be told/))
  await type('Price', '')
  expect(previewed().textContent).toMatch(/^Fill in the rule/)
})

it('takes no late answer for another question', async () => {
  const fake = open(ruleRow())
  const answers: ((value: ReturnType<typeof ok<RulePreview>>) => void)[] = []
  fake.answer('rules.preview', () => new Promise((resolve) => void answers.push(resolve)))
  await waitFor(() => expect(answers).toHaveLength(1))
  await type('Price', '98000')
  await waitFor(() => expect(answers).toHaveLength(2))
  await act(async () => answers[1]?.(ok(preview({ times: 2 }))))
  await act(async () => answers[0]?.(ok(preview({ times: 9 }))))
  expect(previewed().textContent).toContain('2 ×')
})

it('offers to tell the end of what has one, and does so at first where it is waited for', async () => {
  const fake = open()
  const box = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: 'Also tell when it is over' })
  expect(box()?.checked).toBe(false)
  await type('Direction', 'either')
  expect(box()).toBeNull()
  await type('Tell me about', 'fill')
  expect(box()).toBeNull()
  await type('Tell me about', 'margin-ratio')
  expect(box()?.checked).toBe(true)
  await act(async () => void fireEvent.click(box()!))
  await press('Save rule')
  expect(asked(fake, 'rules.save')[0]?.input).toMatchObject({ choices: { recovery: false } })
})
