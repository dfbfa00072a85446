// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ChannelRow } from '../../../../shared/channel-rows.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { sentence } from '../../../../shared/sentence.ts'
import { channelRow, deliveryRow, osRow } from '../../../test/alert-rows.ts'
import { prepareDom } from '../../../test/dom.ts'
import { settled, show, type FakePage } from '../../../test/fake-page.tsx'
import { Channels } from './channels.tsx'

prepareDom()
afterEach(() => vi.unstubAllGlobals())

const telegram = channelRow({ channel: 'tg', label: 'Phone', settings: { kind: 'telegram', chat: '-100200' } })

function open(...rows: readonly ChannelRow[]): FakePage {
  const fake = settled()
  fake.feed('channels.list', Object.fromEntries([osRow(), ...rows].map((row) => [row.channel, row])))
  show(fake, <Channels />)
  return fake
}

const asked = (fake: FakePage, path: string) =>
  fake.asked.filter((each) => each.path === path).map(({ input }) => input)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
const entry = (label: string) => screen.getAllByRole('listitem').find((each) => each.textContent.startsWith(label))!

it('says of each whether it works, what is wrong, what waits and who takes over', () => {
  open(
    channelRow({
      state: 'failing',
      problem: sentence('channel.server-error', { host: 'desk.example', status: '502' }),
      waiting: 4,
      failover: 'tg',
    }),
    telegram,
  )
  expect(entry('Desk').textContent).toContain('failing')
  expect(entry('Desk').textContent).toContain('desk.example has a fault of its own (HTTP 502)')
  expect(entry('Desk').textContent).toContain('waiting: 4')
  expect(entry('Desk').textContent).toContain('if it fails: Phone')
  expect(entry('Desk').textContent).toContain('last delivered 11:59:00')
  expect(entry('Phone').textContent).toContain('-100200')
  expect(screen.queryByRole('button', { name: 'Remove This browser' })).toBeNull()
})

it('says that a test arrived, or exactly why it did not', async () => {
  const fake = open(channelRow())
  await press('Test Desk')
  expect(within(entry('Desk')).getByText('Arrived.')).toBeTruthy()
  const why = sentence('channel.timeout', { host: 'desk.example', seconds: '10' })
  fake.answer('channels.test', () => fail({ code: 'unavailable', sentence: why }))
  await press('Test Desk')
  expect(entry('Desk').textContent).toContain('desk.example did not answer within 10 s.')
  expect(asked(fake, 'channels.test')).toEqual([{ channel: 'desk' }, { channel: 'desk' }])
})

it('keeps the secrets there are unless new ones are typed, and shows none', async () => {
  const fake = open(channelRow())
  await press('Edit Desk')
  const address = screen.getByLabelText<HTMLInputElement>('Address')
  expect([address.type, address.value]).toEqual(['password', ''])
  await type('Name', 'Office')
  await press('Save')
  expect(asked(fake, 'channels.save')).toEqual([
    {
      channel: 'desk',
      label: 'Office',
      level: 'on',
      failover: null,
      settings: { kind: 'webhook', preset: 'plain', host: 'desk.example' },
      secrets: { botToken: null, mailPassword: null, webhookAddress: null, signingSecret: null },
    },
  ])
})

it('keeps of a webhook’s address only the host where it is shown', async () => {
  const fake = open()
  await press('Add a channel')
  await type('Where to', 'webhook')
  await type('Service', 'discord')
  await type('Address', ' https://hooks.example:8443/a/secret ')
  await press('Save')
  expect(asked(fake, 'channels.save')[0]).toMatchObject({
    channel: null,
    label: 'Webhook',
    settings: { kind: 'webhook', preset: 'discord', host: 'hooks.example:8443' },
    secrets: { webhookAddress: 'https://hooks.example:8443/a/secret' },
  })
})

it('takes several recipients, and the usual port of the encryption chosen', async () => {
  const fake = open()
  await press('Add a channel')
  await type('Where to', 'email')
  await type('Server', 'mail.example')
  await type('Encryption', 'tls')
  await type('From', 'tide@mail.example')
  await type('To', 'a@mail.example, b@mail.example;c@mail.example')
  await type('Password', ' two  words ')
  await press('Save')
  expect(asked(fake, 'channels.save')[0]).toMatchObject({
    settings: {
      kind: 'email',
      host: 'mail.example',
      port: 465,
      security: 'tls',
      to: ['a@mail.example', 'b@mail.example', 'c@mail.example'],
    },
    secrets: { mailPassword: ' two  words ' },
  })
})

it('finds the chat of a bot: by the token just typed, or by the one that is kept', async () => {
  const fake = open(telegram)
  fake.answer('channels.findChats', () => ok([{ chat: '42', name: 'Ivan & Co', kind: 'group' }]))
  await press('Add a channel')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Find my chat' }).disabled).toBe(true)
  await type('Bot token', '1:abc')
  await press('Find my chat')
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /Ivan & Co/ })))
  expect(screen.getByLabelText<HTMLInputElement>('Chat').value).toBe('42')
  await press('Cancel')
  await press('Edit Phone')
  fake.answer('channels.findChats', () => ok([]))
  await press('Find my chat')
  expect(screen.getByText(/Nobody has written to the bot lately/)).toBeTruthy()
  expect(asked(fake, 'channels.findChats')).toEqual([
    { botToken: '1:abc', channel: null },
    { botToken: null, channel: 'tg' },
  ])
})

it('shows what was refused beside its field', async () => {
  const fake = open(telegram)
  const refused = { code: 'invalid', sentence: sentence('telegram.chat-shape'), field: 'settings.chat' } as const
  fake.answer('channels.save', () => fail(refused))
  await press('Edit Phone')
  await press('Save')
  const note = screen.getByLabelText('Chat').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(note)?.textContent).toContain('This is not a Telegram chat')
})

it('asks the browser for its permission only when the user says so', async () => {
  const requestPermission = vi.fn(async () => 'granted' as const)
  vi.stubGlobal('Notification', { permission: 'default', requestPermission })
  const fake = open()
  const waiting = deliveryRow({ channel: 'os', state: 'pending' })
  const sent = deliveryRow({ alert: 'a2', channel: 'os' })
  fake.feed('alerts.deliveries', { a: waiting, b: sent, c: deliveryRow({ state: 'failed' }) })
  expect(requestPermission).not.toHaveBeenCalled()
  await press('Allow notifications')
  expect(requestPermission).toHaveBeenCalledTimes(1)
  expect(entry('This browser').textContent).toContain('Shown while this page is open')
  expect(asked(fake, 'alerts.retry')).toEqual([{ alert: 'a1', channel: 'os' }])
})

it('says what to do where the browser has refused, or can show nothing', () => {
  vi.stubGlobal('Notification', { permission: 'denied' })
  open()
  expect(entry('This browser').textContent).toContain('Allow notifications for this page in the browser’s settings.')
})
