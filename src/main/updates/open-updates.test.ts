import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createFixedRandom } from '../../engine/test/fake-random.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { openUpdates, type UpdatesHost } from './open-updates.ts'

const folder = { path: '' }
beforeEach(async () => {
  folder.path = await mkdtemp(join(tmpdir(), 'copy-'))
})
afterEach(() => rm(folder.path, { recursive: true }))

interface Asked {
  readonly environment?: NodeJS.ProcessEnv
  readonly args?: readonly string[]
  readonly isPackaged?: boolean
}

function open({ environment = {}, args = [], isPackaged = false }: Asked) {
  const listeners = new Set<() => void>()
  const choices = { checkForUpdates: true }
  const clock = createManualClock(0)
  const stops: (() => void | Promise<void>)[] = []
  const host = {
    app: { isPackaged },
    process: {
      argv: ['tidemark', ...args],
      env: environment,
      execPath: '/opt/tidemark/tidemark',
      platform: 'linux',
      resourcesPath: folder.path,
    },
    version: '1.2.3',
    clock,
    random: createFixedRandom(0),
    log: createFakeLog(),
    choices: {
      current: () => choices,
      onChange: (take: () => void) => {
        listeners.add(take)
        return () => void listeners.delete(take)
      },
    },
    leaving: { onStop: (stop: () => void | Promise<void>) => void stops.push(stop) },
  } as unknown as UpdatesHost // only what is read before an update is looked for
  const updates = openUpdates(host)
  const choose = (checkForUpdates: boolean): void => {
    choices.checkForUpdates = checkForUpdates
    for (const take of listeners) take()
  }
  return {
    updates,
    clock,
    choose,
    row: () => updates.update.get('update'),
    stop: () => stops.forEach((stop) => void stop()),
  }
}

const chosen = {
  APPIMAGE: '/home/me/Tidemark.AppImage',
  APPDIR: '/opt/tidemark',
  TIDEMARK_UPDATE_URL: 'https://updates.example.com/',
}

it('says that a program run from its sources is not updated, and asks nothing', async () => {
  const { updates, clock, row } = open({ environment: { APPIMAGE: '/x' } })
  expect(row()).toMatchObject({ state: 'unavailable', current: '1.2.3', problem: { id: 'update.unavailable' } })
  expect(await updates.checkForUpdate()).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
  expect(clock.waiting).toBe(0)
})

it('says what is wrong with the feed chosen, and asks nothing', () => {
  const { clock, row } = open({
    environment: { ...chosen, TIDEMARK_UPDATE_URL: 'http://updates.example.com/?token=x' },
  })
  expect(row()).toMatchObject({ state: 'unavailable', problem: { id: 'update.bad-address' } })
  expect(JSON.stringify(row())).not.toContain('token')
  expect(clock.waiting).toBe(0)
})

it('looks for updates as the user chose, from the first moment on', () => {
  const { clock, choose, row, stop } = open({ environment: chosen })
  expect([row()?.state, clock.waiting]).toEqual(['idle', 1])
  choose(false)
  expect([row()?.state, clock.waiting]).toEqual(['off', 0])
  choose(true)
  expect([row()?.state, clock.waiting]).toEqual(['idle', 1])
  stop()
  expect(clock.waiting).toBe(0)
})

it('tells of an installation that failed before this start', () => {
  const { row } = open({ environment: chosen, args: ['--update-not-installed'] })
  expect(row()).toMatchObject({ state: 'idle', problem: { id: 'update.not-installed' } })
})

it('knows a system package by what its installer left, and still looks', async () => {
  await writeFile(join(folder.path, 'package-type'), 'deb\n')
  await writeFile(join(folder.path, 'app-update.yml'), 'provider: generic\nurl: https://updates.example.com\n')
  const { clock, row } = open({ isPackaged: true })
  expect([row()?.state, clock.waiting]).toEqual(['idle', 1])
})
