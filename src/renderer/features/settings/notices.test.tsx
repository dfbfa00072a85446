// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DesktopRow } from '../../../shared/desktop-rows.ts'
import { sentence } from '../../../shared/sentence.ts'
import { desktopRow } from '../../test/desktop-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { Notices } from './notices.tsx'

prepareDom()

function open(over: Partial<DesktopRow> = {}): FakePage {
  const fake = settled({ language: 'en', timeZone: 'UTC' })
  fake.feed('desktop.state', { desktop: desktopRow(over) })
  show(fake, <Notices />)
  return fake
}

const changes = (fake: FakePage) => fake.asked.map(({ input }) => input)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))

it('is not there where there is no desktop app', () => {
  const { container } = show(settled(), <Notices />)
  expect(container.textContent).toBe('')
})

it('shows how loud each kind is, and changes one without the others', async () => {
  const fake = open()
  const kind = screen.getByRole('radiogroup', { name: 'Connections' })
  expect(within(kind).getByRole('radio', { name: 'Silent' }).getAttribute('aria-checked')).toBe('true')
  await act(async () => void fireEvent.click(within(kind).getByRole('radio', { name: 'Off' })))
  expect(changes(fake)).toEqual([
    { notices: { alert: 'on', fill: 'on', connection: 'off', account: 'on', program: 'off' } },
  ])
})

it('offers the night as quiet hours', async () => {
  const fake = open()
  expect(screen.queryByLabelText('From')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: 'Quiet hours' })))
  expect(changes(fake)).toEqual([{ quietHours: { from: 1320, to: 420 } }])
})

it('takes quiet hours as they are typed, and only whole times', async () => {
  const fake = open({ quietHours: { from: 1320, to: 425 } })
  expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('22:00')
  expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('07:05')
  await type('From', '')
  expect(changes(fake)).toEqual([])
  await type('From', '23:30')
  await type('To', '00:00')
  expect(changes(fake)).toEqual([{ quietHours: { from: 1410, to: 425 } }, { quietHours: { from: 1320, to: 0 } }])
})

it('shows a time as typed until it is left, then as kept', async () => {
  open({ quietHours: { from: 1320, to: 420 } })
  await type('From', '23:30')
  const from = screen.getByLabelText<HTMLInputElement>('From')
  expect(from.value).toBe('23:30')
  fireEvent.blur(from)
  expect(from.value).toBe('22:00')
})

it('pauses for an hour, says until when, and resumes', async () => {
  const fake = open()
  await press('Pause for an hour')
  expect(changes(fake)).toEqual([{ pausedUntil: NOW + 3_600_000 }])
  fake.patch('desktop.state', { desktop: desktopRow({ pausedUntil: NOW + 3_600_000 }) })
  expect(screen.getByRole('status').textContent).toBe('Paused until 13:00:00')
  await press('Resume')
  expect(changes(fake).at(-1)).toEqual({ pausedUntil: null })
})

it('takes a pause that is over for none', () => {
  open({ pausedUntil: NOW - 1 })
  expect(screen.getByRole('button', { name: 'Pause for an hour' })).toBeTruthy()
})

it('says what this computer cannot do, and what was not kept', async () => {
  const fake = open({ noticeProblem: sentence('desktop.only') })
  expect(screen.getByText(/belongs to the desktop app/)).toBeTruthy()
  fake.answer('desktop.change', () => FAILED)
  await press('Pause for an hour')
  expect(screen.getByRole('alert').textContent).not.toBe('')
})
