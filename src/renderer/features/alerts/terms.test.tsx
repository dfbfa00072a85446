// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { AbsenceRow, AlertSummary } from '../../../shared/alert-rows.ts'
import { absenceRow, summaryRow } from '../../test/alert-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { accountRow, NOW } from '../../test/rows.ts'
import { Absences } from './absences.tsx'
import { Terms } from './terms.tsx'

prepareDom()

const HOUR_MS = 3_600_000
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const inputs = (fake: FakePage) => fake.asked.map(({ path, input }) => [path, input])

function openTerms(over: Partial<AlertSummary> = {}): FakePage {
  const fake = settled()
  fake.feed('alerts.summary', { alerts: summaryRow(over) })
  show(fake, <Terms />)
  return fake
}

it('pauses all rules for an hour or a shift, says until when, and resumes', async () => {
  const fake = openTerms()
  expect(screen.getByRole('status').textContent).toBe('Alerts are told')
  await press('Pause for an hour')
  await press('For 8 hours')
  fake.patch('alerts.summary', { alerts: summaryRow({ pausedUntil: NOW + HOUR_MS }) })
  expect(screen.getByRole('status').textContent).toBe('Paused until 13:00:00')
  await press('Resume')
  expect(inputs(fake)).toEqual([
    ['alerts.pause', { until: NOW + HOUR_MS }],
    ['alerts.pause', { until: NOW + 8 * HOUR_MS }],
    ['alerts.pause', { until: null }],
  ])
})

it('takes a pause that is over for none', () => {
  openTerms({ pausedUntil: NOW - 1 })
  expect(screen.getByRole('status').textContent).toBe('Alerts are told')
})

it('keeps quiet at night, or not', async () => {
  const fake = openTerms()
  const tick = () => act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: 'Quiet hours' })))
  await tick()
  fake.patch('alerts.summary', { alerts: summaryRow({ quietHours: { from: 1320, to: 420 } }) })
  await act(async () => void fireEvent.change(screen.getByLabelText('To'), { target: { value: '08:30' } }))
  await tick()
  expect(inputs(fake)).toEqual([
    ['alerts.setQuietHours', { quietHours: { from: 1320, to: 420 } }],
    ['alerts.setQuietHours', { quietHours: { from: 1320, to: 510 } }],
    ['alerts.setQuietHours', { quietHours: null }],
  ])
})

function openAbsences(rows: readonly AbsenceRow[], privacy = false): FakePage {
  const fake = settled({ privacy })
  fake.feed('accounts.list', { main: accountRow() })
  fake.feed('alerts.absences', Object.fromEntries(rows.map((row) => [String(row.from), row])))
  show(fake, <Absences />)
  return fake
}

it('tells what happened while nobody watched, of the newest absence that was not dismissed', async () => {
  const newest = absenceRow()
  const fake = openAbsences([absenceRow({ from: NOW - 90 * HOUR_MS, cause: 'restart' }), newest])
  const card = screen.getByRole('region', { name: 'While you were away' })
  expect(card.textContent).toContain('The computer slept from 04:00:00 to 11:00:00.')
  expect(card.textContent).toContain('Minutes unseen420')
  expect(card.textContent).toContain('Fills3')
  expect(card.textContent).toContain('−1.25 USDT')
  expect(card.textContent).toContain('Main +42.50 USDT')
  await press('Dismiss')
  expect(inputs(fake)).toEqual([['alerts.markAbsenceRead', { from: newest.from, account: null }]])
})

it('names the one account that was out of reach', async () => {
  const row = absenceRow({ account: accountRow().account })
  const fake = openAbsences([row])
  const { textContent } = screen.getByRole('region', { name: 'While you were away' })
  expect(textContent).toContain('Main was out of reach from 04:00:00 to 11:00:00.')
  await press('Dismiss')
  expect(inputs(fake)).toEqual([['alerts.markAbsenceRead', { from: row.from, account: row.account }]])
})

it('hides the amounts of an absence in privacy mode', () => {
  openAbsences([absenceRow()], true)
  const { textContent } = screen.getByRole('region', { name: 'While you were away' })
  expect(textContent).toContain('••••••')
  expect(textContent).not.toMatch(/42\.5|1\.25/)
})

it('is silent when every absence was dismissed', () => {
  openAbsences([absenceRow({ readAt: NOW })])
  expect(screen.queryByRole('region')).toBeNull()
})
