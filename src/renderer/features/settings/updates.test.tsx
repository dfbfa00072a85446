// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { UpdateRow } from '../../../shared/desktop-rows.ts'
import { fail } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import { desktopRow, updateRow } from '../../test/desktop-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { Updates } from './updates.tsx'

prepareDom()

const found = { state: 'found', version: '0.2.0', notes: 'Faster\n• calmer', publishedAt: NOW } as const

function open(over: Partial<UpdateRow> = {}): FakePage {
  const fake = settled({ language: 'en' })
  fake.feed('updates.state', { update: updateRow(over) })
  fake.feed('desktop.state', { desktop: desktopRow() })
  show(fake, <Updates />)
  return fake
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent)

it('is not there where the program does not update itself', () => {
  const { container } = show(settled(), <Updates />)
  expect(container.textContent).toBe('')
})

it.each([
  ['off', 'New versions are not looked for.', ['Check now']],
  ['idle', 'This is the newest version.', ['Check now']],
  ['checking', 'Looking for a newer version…', ['Check now']],
  ['found', 'Version 0.2.0 is there.', ['Downloads page', 'Check now', 'Download']],
  ['downloading', 'Downloading version 0.2.0…', []],
  ['verifying', 'Verifying version 0.2.0…', []],
  ['ready', 'Version 0.2.0 is downloaded and verified. It is installed when you say so.', ['Restart and install']],
  ['unavailable', 'This copy is not updated from here.', ['Downloads page']],
] as const)('says where an update stands, and offers what can be done: %s', (state, words, offered) => {
  open({ ...found, state })
  expect(screen.getByRole('status').textContent).toBe(words)
  expect(buttons()).toEqual(offered)
})

it('does not call a version the newest that was never compared', () => {
  open({ checkedAt: null })
  expect(screen.getByRole('status').textContent).toBe('No newer version is known.')
})

it('shows versions, moments and notes', () => {
  open(found)
  expect(screen.getByText('0.1.0')).toBeTruthy()
  expect(screen.getByText('0.2.0')).toBeTruthy()
  expect(screen.getByText('1h ago')).toBeTruthy()
  const notes = screen.getByRole('region', { name: 'What is new in 0.2.0' })
  expect([notes.textContent, notes.tabIndex]).toEqual(['Faster\n• calmer', 0])
})

it('shows markup in notes as what it is', () => {
  open({ ...found, notes: '<img src=x onerror=alert(1)>' })
  const notes = screen.getByRole('region', { name: /What is new/ })
  expect([notes.children.length, notes.textContent]).toEqual([0, '<img src=x onerror=alert(1)>'])
})

it('shows how far a download is', () => {
  const fake = open({ ...found, state: 'downloading', percent: 40 })
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Downloading version 0.2.0…' })
  expect(bar.value).toBe(40)
  fake.patch('updates.state', { update: updateRow({ ...found, state: 'ready' }) })
  expect(screen.queryByRole('progressbar')).toBeNull()
})

it.each([
  ['idle', 'Check now', 'updates.check'],
  ['found', 'Download', 'updates.download'],
  ['ready', 'Restart and install', 'updates.install'],
] as const)('asks for what a button says: %s', async (state, name, path) => {
  const fake = open({ ...found, state })
  await press(name)
  expect(fake.asked).toEqual([{ path, input: null }])
})

it('opens the page of downloads', async () => {
  const fake = open(found)
  await press('Downloads page')
  expect(fake.asked).toEqual([{ path: 'desktop.openLink', input: { link: 'releases' } }])
})

it('says quietly why the last attempt came to nothing, and keeps what was found', () => {
  open({ ...found, problem: sentence('update.refused', { status: '500' }) })
  expect(screen.getByText(/refused with status 500/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(buttons()).toContain('Download')
})

it('says why something asked for was not done', async () => {
  const fake = open({ ...found, state: 'ready' })
  fake.answer('updates.install', () => fail({ code: 'invalid', sentence: sentence('update.nothing-ready') }))
  await press('Restart and install')
  expect(screen.getByRole('alert').textContent).toMatch(/No downloaded version is ready/)
})

it('can be switched off', async () => {
  const fake = open()
  await act(async () => void fireEvent.click(screen.getByLabelText('Look for new versions at start and daily')))
  expect(fake.asked).toEqual([{ path: 'desktop.change', input: { checkForUpdates: false } }])
})
