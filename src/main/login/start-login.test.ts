import type { App } from 'electron'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DesktopChoices } from '../../shared/desktop-rows.ts'
import type { Sentence } from '../../shared/sentence.ts'
import type { Shell } from '../shell.ts'
import { createFakeChoices } from '../test/fake-choices.ts'
import { startLogin } from './start-login.ts'

const folder = { config: '' }
beforeEach(() => {
  folder.config = mkdtempSync(join(tmpdir(), 'login-'))
})
afterEach(() => rmSync(folder.config, { recursive: true, force: true }))

const file = () => join(folder.config, 'autostart', 'tidemark.desktop')
const exec = () => /^Exec=(.*)$/m.exec(readFileSync(file(), 'utf8'))?.[1]

function open(chosen: Partial<DesktopChoices> = {}, around: Readonly<Record<string, string>> = {}) {
  const choices = createFakeChoices(chosen)
  const said: (Sentence | null)[] = []
  const stops: (() => void | Promise<void>)[] = []
  const shell = {
    choices,
    problems: { set: (_: string, problem: Sentence | null) => void said.push(problem) },
    leaving: { onStop: (stop: () => void) => void stops.push(stop) },
  } as unknown // of the shell, what is used
  const environment = { XDG_CONFIG_HOME: folder.config, ...around }
  const app = { isPackaged: true, getAppPath: () => '/opt/app.asar' } as App
  startLogin(app, { platform: 'linux', environment, execPath: '/opt/tidemark', data: null }, shell as Shell)
  const settled = async (): Promise<void> => {
    for (const stop of stops) await stop()
  }
  return { choices, said, settled }
}

it('does nothing unless it is chosen', async () => {
  const { said, settled } = open()
  await settled()
  expect([existsSync(file()), said]).toEqual([false, [null]])
})

it('follows the choice, the last of several', async () => {
  const { choices, said, settled } = open()
  await choices.change({ startAtLogin: true })
  await choices.change({ startHidden: true })
  await choices.change({ startAtLogin: false })
  await choices.change({ startAtLogin: true })
  await choices.change({ closeToTray: false })
  await settled()
  expect([exec(), said]).toEqual(['"/opt/tidemark" "--hidden"', [null, null, null, null, null]])
})

it('says that it has no effect, until it has', async () => {
  writeFileSync(join(folder.config, 'autostart'), 'a file where a folder should be')
  const { choices, said, settled } = open({ startAtLogin: true })
  await choices.change({ startAtLogin: false })
  await settled()
  expect(said.map((problem) => problem?.id ?? null)).toEqual(['desktop.login-not-written', null])
})

it('starts this program, not the AppImage whose terminal it was started from', async () => {
  const { settled } = open({ startAtLogin: true }, { APPIMAGE: '/home/me/Terminal.AppImage', APPDIR: '/tmp/.mount_Te' })
  await settled()
  expect(exec()).toBe('"/opt/tidemark"')
})

it('starts the AppImage it runs from', async () => {
  const { settled } = open({ startAtLogin: true }, { APPIMAGE: '/home/me/Tidemark.AppImage', APPDIR: '/opt' })
  await settled()
  expect(exec()).toBe('"/home/me/Tidemark.AppImage"')
})
