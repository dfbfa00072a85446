// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { HeartbeatRow } from '../../../shared/alert-rows.ts'
import { fail } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import { heartbeatRow } from '../../test/alert-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { Heartbeat } from './heartbeat.tsx'

prepareDom()

function open(over: Partial<HeartbeatRow> = {}): FakePage {
  const fake = settled()
  fake.feed('heartbeat.state', { heartbeat: heartbeatRow(over) })
  show(fake, <Heartbeat />)
  return fake
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const tick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('checkbox', { name })))
const type = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
const changes = (fake: FakePage) =>
  fake.asked.filter(({ path }) => path === 'heartbeat.change').map(({ input }) => input)
const card = () => screen.getByRole('region', { name: 'Heartbeat' })

it('says when it last went out and when it goes again', () => {
  open()
  expect(card().textContent).toContain('beating')
  expect(card().textContent).toContain('last sent 11:59:00')
  expect(card().textContent).toContain('next in 4m')
  expect(card().textContent).toContain('Kept in the vault (beat.example).')
})

it('says why it is withheld', () => {
  open({ state: 'withheld', problem: sentence('heartbeat.unproven') })
  expect(card().textContent).toContain('withheld')
  expect(card().textContent).toContain('No channel has delivered anything lately')
})

it('says why the all-clear was not sent', () => {
  open({ unclear: sentence('all-clear.undelivered', { undelivered: '2' }) })
  expect(card().textContent).toContain('The all-clear was not sent: alerts that reached nobody: 2.')
})

it('keeps the address there is unless a new one is typed', async () => {
  const fake = open()
  await type('Every, minutes', '10')
  await tick('Daily all-clear')
  await press('Save')
  await type('Address', ' https://beat.example/secret ')
  await press('Save')
  expect(screen.getByText('Saved.')).toBeTruthy()
  const choices = { enabled: true, everyMs: 600_000, allClearAt: 540 }
  expect(changes(fake)).toEqual([
    { ...choices, address: null },
    { ...choices, address: 'https://beat.example/secret' },
  ])
})

it('asks nothing of the program with an interval that cannot be', async () => {
  const fake = open()
  await type('Every, minutes', '0')
  await press('Save')
  expect(changes(fake)).toEqual([])
  expect(screen.getByRole('alert').textContent).toBe('It has to be from 0.5 to 1440.')
})

it('says beside the address what is wrong with it', async () => {
  const fake = open({ state: 'off', host: '', lastSentAt: null, nextAt: null })
  const wrong = sentence('heartbeat.no-address')
  fake.answer('heartbeat.change', () => fail({ code: 'invalid', sentence: wrong, field: 'address' }))
  await tick('Send a heartbeat')
  await press('Save')
  const note = screen.getByLabelText('Address').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(note)?.textContent).toContain('needs an address')
})

it('keeps what is being typed when a beat goes out meanwhile', async () => {
  const fake = open()
  await type('Every, minutes', '17')
  fake.patch('heartbeat.state', { heartbeat: heartbeatRow({ lastSentAt: NOW }) })
  expect(screen.getByLabelText<HTMLInputElement>('Every, minutes').value).toBe('17')
})

it('sends one at once and says what became of it', async () => {
  const fake = open()
  await press('Send one now')
  expect(card().textContent).toContain('Arrived.')
  const why = sentence('heartbeat.failed', { host: 'beat.example', reason: 'HTTP 404' })
  fake.answer('heartbeat.test', () => fail({ code: 'unavailable', sentence: why }))
  await press('Send one now')
  expect(card().textContent).toContain('beat.example did not take the heartbeat (HTTP 404).')
})
