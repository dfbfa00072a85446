// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { AlertRow, AlertSummary } from '../../../shared/alert-rows.ts'
import { sentence } from '../../../shared/sentence.ts'
import { alertRow, summaryRow } from '../../test/alert-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { AlarmAnnouncer } from './alarm-announcer.tsx'
import { Bell } from './bell.tsx'

prepareDom()

function open(over: Partial<AlertSummary> = {}): FakePage {
  const fake = settled()
  fake.feed('alerts.summary', { alerts: summaryRow(over) })
  show(fake, <Bell />)
  return fake
}

it.each<readonly [Partial<AlertSummary>, string, string]>([
  [{}, 'Alerts: nothing new', ''],
  [{ unread: 3 }, 'Alerts: 3 unread', '3'],
  [{ unread: 120 }, 'Alerts: 120 unread', '99+'],
  [{ undelivered: 2 }, 'Alerts: nothing new, 2 could not be delivered', '!2'],
  [{ unread: 1, undelivered: 2, alarm: 1 }, 'Alerts: 1 unread, 2 could not be delivered, alarm: 1', '1!2'],
])('says of %o in its name what it shows', (over, name, shown) => {
  open(over)
  expect(screen.getByRole('button', { name }).textContent).toBe(shown)
})

it('is tinted only while something critical stands', () => {
  const fake = open({ alarm: 1 })
  expect(screen.getByRole('button').className).toContain('alarm')
  fake.patch('alerts.summary', { alerts: summaryRow() })
  expect(screen.getByRole('button').className).not.toContain('alarm')
})

it('leads to the alerts', () => {
  const fake = open()
  fireEvent.click(screen.getByRole('button'))
  expect(fake.page.view.getState().tab).toBe('alerts')
})

const critical = (alert: string, over: Partial<AlertRow> = {}): AlertRow =>
  alertRow({ alert, severity: 'critical', title: sentence('alert.restarted'), ...over })
const announced = () => screen.getByRole('status').textContent

it('announces a new critical alert once, and none of those that were there before', () => {
  const fake = settled()
  show(fake, <AlarmAnnouncer />)
  fake.feed('alerts.recent', { a: critical('a') })
  expect(announced()).toBe('')
  fake.patch('alerts.recent', { b: alertRow({ alert: 'b' }) })
  expect(announced()).toBe('')
  fake.patch('alerts.recent', {
    c: critical('c', { firedAt: NOW, title: sentence('alert.price-rose', { symbol: 'ETHUSDT', priceLine: '4000' }) }),
  })
  expect(announced()).toBe('Critical alert. ETHUSDT rose to 4,000 or above.')
  fake.feed('alerts.recent', { a: critical('a'), d: critical('d') })
  expect(announced()).toBe('Critical alert. Tidemark was started again.')
  fake.feed('alerts.recent', { a: critical('a'), c: critical('c', { firedAt: NOW }), d: critical('d') })
  expect(announced()).toBe('Critical alert. Tidemark was started again.')
})
