// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DesktopRow } from '../../../shared/desktop-rows.ts'
import { sentence } from '../../../shared/sentence.ts'
import { desktopRow } from '../../test/desktop-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../test/fake-page.tsx'
import { Startup } from './startup.tsx'

prepareDom()

function open(over: Partial<DesktopRow> = {}): FakePage {
  const fake = settled({ language: 'en' })
  fake.feed('desktop.state', { desktop: desktopRow(over) })
  show(fake, <Startup />)
  return fake
}

const tick = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const press = (label: string) => act(async () => void fireEvent.click(tick(label)))

const LOGIN = 'Start when I log in'
const HIDDEN = 'Start in the tray, without a window'
const TRAY = 'Keep watching in the tray when the window is closed'

it('is not there where there is no desktop app', () => {
  const { container } = show(settled(), <Startup />)
  expect(container.textContent).toBe('')
})

it.each([
  [LOGIN, { startAtLogin: false }],
  [HIDDEN, { startHidden: true }],
  [TRAY, { closeToTray: false }],
] as const)('changes one choice: %s', async (label, change) => {
  const fake = open({ startAtLogin: true })
  await press(label)
  expect(fake.asked).toEqual([{ path: 'desktop.change', input: change }])
})

it('offers a hidden start only for a start of its own', () => {
  open()
  expect([tick(LOGIN).checked, tick(HIDDEN).disabled]).toEqual([false, true])
})

it('says beside a choice why it has no effect here', () => {
  open({ trayProblem: sentence('update.offline'), loginProblem: sentence('desktop.only') })
  const described = (label: string) => document.getElementById(tick(label).getAttribute('aria-describedby') ?? '')
  expect(described(LOGIN)?.textContent).toMatch(/belongs to the desktop app/)
  expect(described(TRAY)?.textContent).toMatch(/cannot be reached/)
})

it('says when a choice was not kept', async () => {
  const fake = open()
  fake.answer('desktop.change', () => FAILED)
  await press(LOGIN)
  expect(screen.getByRole('alert').textContent).not.toBe('')
})
