// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { AlertRow, DeliveryRow } from '../../../../shared/alert-rows.ts'
import { subjectOf } from '../../../../shared/snooze-subject.ts'
import { ok } from '../../../../shared/result.ts'
import { sentence } from '../../../../shared/sentence.ts'
import { alertRow, channelRow, deliveryRow, osRow, ruleRow, summaryRow } from '../../../test/alert-rows.ts'
import { prepareDom } from '../../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../../test/fake-page.tsx'
import { accountRow, btc, main, NOW } from '../../../test/rows.ts'
import { History } from './history.tsx'

prepareDom()

interface Rows {
  readonly alerts?: readonly AlertRow[]
  readonly deliveries?: readonly DeliveryRow[]
}

function open({ alerts = [], deliveries = [] }: Rows, fake = settled()): FakePage {
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('alerts.summary', { alerts: summaryRow({ unread: alerts.length }) })
  fake.feed('alerts.recent', Object.fromEntries(alerts.map((row) => [row.alert, row])))
  fake.feed('alerts.deliveries', Object.fromEntries(deliveries.map((row) => [`${row.alert} ${row.channel}`, row])))
  fake.feed('rules.list', { r1: ruleRow(), r2: ruleRow({ rule: 'r2', enabled: false }) })
  fake.feed('channels.list', { os: osRow(), desk: channelRow() })
  show(fake, <History />)
  return fake
}

const entries = () => screen.getAllByRole('article')
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const choose = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
const asked = (fake: FakePage, path: string) =>
  fake.asked.filter((each) => each.path === path).map(({ input }) => input)

const sight: { come: (ids: readonly string[]) => void } = { come: () => undefined }

/** A browser in which the test says what is in sight. */
beforeEach(() => {
  const elements = new Set<HTMLElement>()
  const observer = function (take: (entries: readonly object[]) => void) {
    sight.come = (ids) =>
      take([...elements].map((target) => ({ target, isIntersecting: ids.includes(target.dataset['alert'] ?? '') })))
    return {
      observe: (element: HTMLElement) => void elements.add(element),
      unobserve: (element: HTMLElement) => void elements.delete(element),
      disconnect: () => elements.clear(),
    }
  }
  Object.defineProperty(window, 'IntersectionObserver', { configurable: true, writable: true, value: observer })
})

it('says what will appear here, and how many rules watch for it', () => {
  open({})
  expect(screen.getByText('Nothing has fired yet.')).toBeTruthy()
  expect(screen.getByText(/Rules watching: 1\./)).toBeTruthy()
})

it('lists the newest first, with the fact, its figures, how grave it is and what it leads to', async () => {
  const late = alertRow({
    alert: 'a2',
    account: main,
    instrument: null,
    severity: 'critical',
    late: true,
    at: NOW - 7_200_000,
    firedAt: NOW,
    ruleName: 'My line',
  })
  const fake = open({ alerts: [alertRow(), late] })
  const [first, second] = entries()
  expect(second?.textContent).toContain('BTCUSDT rose to 97,000 or above.')
  expect(second?.textContent).toContain('Now 97,010.5.')
  expect(second?.textContent).toContain('Warning')
  expect(first?.textContent).toContain('Critical')
  expect(first?.textContent).toContain('late')
  expect(first?.textContent).toContain('Rule: My line.')
  expect(second?.textContent).not.toContain('Rule')
  expect(first?.textContent).toContain('noticed 12:00:00')
  expect(within(first!).getByRole('img', { name: 'unread' })).toBeTruthy()
  await press('Show Main')
  expect(fake.page.view.getState()).toMatchObject({ tab: 'account', account: main })
  await press('Show BTCUSDT')
  expect(fake.page.view.getState()).toMatchObject({ tab: 'markets', account: main, instrument: btc })
})

it('hides amounts in privacy mode', () => {
  const body = sentence('alert.daily-loss', { account: 'Main', amountToday: '-1500', currency: 'USDT' })
  const fake = settled({ privacy: true })
  open({ alerts: [alertRow({ title: body })] }, fake)
  expect(entries()[0]?.textContent).toContain("Main: today's PnL is •••••• USDT.")
})

it.each<readonly [string, Partial<DeliveryRow>, RegExp]>([
  ['waits', { state: 'pending', tries: 0, deliveredAt: null }, /Desk waiting/],
  ['is tried again', { state: 'pending', tries: 2, nextTryAt: NOW + 12_000 }, /waiting · next try in 12s · tries: 2/],
  ['is held', { state: 'held', nextTryAt: NOW + 3_600_000 }, /held until 13:00:00/],
  ['arrived', {}, /delivered 11:59:01/],
  ['arrived with others', { together: 3 }, /delivered 11:59:01 · in one message, others: 2/],
  [
    'failed and says why',
    { state: 'failed', problem: sentence('notice.denied'), nextTryAt: NOW + 900_000 },
    /failed · next try in 15m.*does not let Tidemark show notices/,
  ],
  ['did not arrive', { state: 'undelivered' }, /not delivered/],
  ['was given up', { state: 'given-up', problem: sentence('alert.no-channel') }, /given up.*is gone or not set up/],
  ['stands in', { insteadOf: 'mail' }, /delivered 11:59:01 · instead of mail/],
  ['was handed over', { state: 'failed', takenOverBy: 'os' }, /Desk failed; This browser took over/],
])('says of a delivery that it %s', (_what, over, said) => {
  open({ alerts: [alertRow()], deliveries: [deliveryRow(over)] })
  expect(screen.getByRole('list', { name: 'Deliveries' }).textContent).toMatch(said)
})

it('gives up what could not be delivered, and neither that nor what was handed over is sent again', async () => {
  const deliveries = [
    deliveryRow({ state: 'undelivered' }),
    deliveryRow({ channel: 'mail', channelLabel: 'Mail', state: 'failed', takenOverBy: 'os' }),
  ]
  const fake = open({ alerts: [alertRow()], deliveries })
  expect(screen.queryByRole('button', { name: 'Try Mail again' })).toBeNull()
  await press('Give up on Desk')
  expect(asked(fake, 'alerts.giveUp')).toEqual([{ alert: 'a1', channel: 'desk' }])
  fake.patch('alerts.deliveries', { 'a1 desk': deliveryRow({ state: 'given-up' }) })
  expect(screen.queryByRole('button', { name: 'Try Desk again' })).toBeNull()
})

it('sends again what could not be delivered, and nothing that was', async () => {
  const deliveries = [deliveryRow({ state: 'undelivered' }), deliveryRow({ channel: 'os', channelLabel: '' })]
  const fake = open({ alerts: [alertRow()], deliveries })
  expect(screen.queryByRole('button', { name: 'Try This browser again' })).toBeNull()
  await press('Try Desk again')
  expect(asked(fake, 'alerts.retry')).toEqual([{ alert: 'a1', channel: 'desk' }])
})

it('is acknowledged, and snoozed with what it is about alone', async () => {
  const fake = open({ alerts: [alertRow()] })
  await press('Acknowledge')
  expect(asked(fake, 'alerts.acknowledge')).toEqual([{ alerts: ['a1'] }])
  fake.patch('alerts.recent', { a1: alertRow({ acknowledgedAt: NOW }) })
  expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull()
  await act(async () => void fireEvent.keyDown(screen.getByRole('button', { name: 'Snooze' }), { key: 'Enter' }))
  await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'For an hour' })))
  expect(asked(fake, 'alerts.snooze')).toEqual([{ alert: 'a1', until: NOW + 3_600_000 }])
  const { rule, account, instrument } = alertRow()
  fake.feed('alerts.snoozes', { [subjectOf(alertRow())]: { rule, account, instrument, until: NOW + 3_600_000 } })
  expect(entries()[0]?.textContent).toContain('silent until 13:00:00')
})

it('marks as read what has been in sight for a moment, and nothing that only passed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const alerts = [alertRow(), alertRow({ alert: 'a2' }), alertRow({ alert: 'a3', readAt: NOW })]
  const fake = open({ alerts })
  sight.come(['a2'])
  vi.advanceTimersByTime(1_400)
  sight.come(['a1', 'a3'])
  vi.advanceTimersByTime(1_400)
  expect(asked(fake, 'alerts.markRead')).toEqual([])
  vi.advanceTimersByTime(100)
  vi.useRealTimers()
  await act(async () => undefined)
  expect(asked(fake, 'alerts.markRead')).toEqual([{ alerts: ['a1'] }])
})

it('marks everything as read, also what is not shown yet', async () => {
  const fake = open({ alerts: [alertRow()] })
  const pages = [
    Array.from({ length: 200 }, (_, index) => alertRow({ alert: `x${index}`, firedAt: NOW - 1_000 - index })),
    [alertRow({ alert: 'last', firedAt: NOW - 9_000 }), alertRow({ alert: 'read', firedAt: NOW - 9_001, readAt: NOW })],
  ]
  fake.answer('alerts.older', () => ok(pages.shift() ?? []))
  await press('Mark all as read')
  expect(asked(fake, 'alerts.older')).toEqual([
    { before: NOW + 1, count: 200 },
    { before: NOW - 1_199, count: 200 },
  ])
  expect((asked(fake, 'alerts.markRead') as { alerts: string[] }[]).map(({ alerts }) => alerts.length)).toEqual([
    200, 1,
  ])
})

it('brings older ones with what became of them, and says when there are no more', async () => {
  const fake = open({ alerts: [alertRow()] })
  const older = alertRow({ alert: 'a0', firedAt: NOW - 90_000 })
  fake.answer('alerts.older', () => ok([alertRow(), older]))
  fake.answer('alerts.deliveriesOf', () => ok([deliveryRow({ alert: 'a0', state: 'undelivered' })]))
  await press('Older')
  expect(asked(fake, 'alerts.older')).toEqual([{ before: NOW - 59_999, count: 100 }])
  expect(asked(fake, 'alerts.deliveriesOf')).toEqual([{ alerts: ['a0'] }])
  expect(entries()).toHaveLength(2)
  expect(entries()[1]?.textContent).toContain('not delivered')
  await act(async () => void fireEvent.click(within(entries()[1]!).getByRole('button', { name: 'Acknowledge' })))
  expect(entries()[1]?.textContent).toContain('acknowledged')
  await press('Older')
  expect(screen.getByText('Nothing older is stored.')).toBeTruthy()
})

it('can be asked for older ones again when that failed', async () => {
  const fake = open({ alerts: [alertRow()] })
  fake.answer('alerts.older', () => FAILED)
  await press('Older')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Older' }).disabled).toBe(false)
})

it('shows only what the filter lets through', async () => {
  const alerts = [
    alertRow({ alert: 'a1', severity: 'info', kind: 'fill', account: main }),
    alertRow({ alert: 'a2', severity: 'critical' }),
  ]
  const fake = open({ alerts, deliveries: [deliveryRow({ alert: 'a2', state: 'undelivered' })] })
  fake.answer('alerts.older', () => ok([]))
  const shown = () => entries().map((entry) => entry.dataset['alert'])
  await choose('Severity', 'info')
  expect(shown()).toEqual(['a1'])
  await choose('Severity', 'all')
  await choose('Kind', 'price-crosses')
  expect(shown()).toEqual(['a2'])
  await choose('Kind', 'all')
  await choose('Account', main)
  expect(shown()).toEqual(['a1'])
  await act(async () => void fireEvent.click(screen.getByLabelText('Only undelivered')))
  expect(screen.getByText('Nothing matches the filter.')).toBeTruthy()
  await choose('Account', 'all')
  expect(shown()).toEqual(['a2'])
})

it('looks through older ones until the filter lets one through', async () => {
  const fake = open({ alerts: [alertRow()] })
  const pages = ['b1', 'b2', 'b3'].map((alert, index) => ok([alertRow({ alert, firedAt: NOW - 70_000 - index })]))
  fake.answer('alerts.older', () => pages.shift() ?? ok([]))
  const lost = ok([deliveryRow({ alert: 'b2', state: 'undelivered' })])
  fake.answer('alerts.deliveriesOf', (input) => (JSON.stringify(input).includes('b2') ? lost : ok([])))
  await act(async () => void fireEvent.click(screen.getByLabelText('Only undelivered')))
  expect(entries().map((entry) => entry.dataset['alert'])).toEqual(['b2'])
  expect(asked(fake, 'alerts.older')).toHaveLength(2)
})

it('keeps only what is near in the document, and goes from one to the next by Page Down', async () => {
  const alerts = Array.from({ length: 200 }, (_, index) => alertRow({ alert: `a${index}`, firedAt: NOW - index }))
  open({ alerts })
  expect(entries().length).toBeLessThan(40)
  expect(entries()[0]?.getAttribute('aria-setsize')).toBe('200')
  entries()[0]?.focus()
  fireEvent.keyDown(entries()[0]!, { key: 'PageDown' })
  await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
  expect(document.activeElement?.getAttribute('aria-posinset')).toBe('2')
})
