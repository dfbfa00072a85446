import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { openChoices } from './choices.ts'
import { DEFAULTS } from './desktop-file.ts'

const folder = { root: '' }
beforeEach(() => {
  folder.root = mkdtempSync(join(tmpdir(), 'choices-'))
})
afterEach(() => rmSync(folder.root, { recursive: true }))

const file = () => join(folder.root, 'desktop.json')
const onDisk = () => JSON.parse(readFileSync(file(), 'utf8'))

function open(root = folder.root) {
  const log = createFakeLog()
  const clock = createManualClock(0)
  return { log, clock, choices: openChoices({ root, clock, log }) }
}

it('begins with the defaults and writes nothing before something is chosen', () => {
  const { choices, log } = open()
  expect(choices.current()).toEqual(DEFAULTS.choices)
  expect(choices.window()).toEqual(DEFAULTS.window)
  expect(existsSync(file())).toBe(false)
  expect(log.lines).toEqual([])
})

describe('a choice', () => {
  it('counts at once, is told, and lies on disk for the owner alone once answered', async () => {
    const { choices } = open()
    const told: boolean[] = []
    const stop = choices.onChange(() => told.push(choices.current().closeToTray))
    const answer = choices.change({ closeToTray: false, startHidden: undefined })
    expect(told).toEqual([false])
    expect(await answer).toEqual({ ok: true, value: null })
    expect(onDisk().choices).toEqual({ ...DEFAULTS.choices, closeToTray: false })
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
    stop()
    await choices.change({ closeToTray: true })
    expect(told).toEqual([false])
  })

  it('is there at the next start', async () => {
    await open().choices.change({ quietHours: { from: 60, to: 120 } })
    expect(open().choices.current().quietHours).toEqual({ from: 60, to: 120 })
  })

  it('that comes while another is written is not lost', async () => {
    const { choices } = open()
    await Promise.all([
      choices.change({ startAtLogin: true }),
      choices.change({ startHidden: true }),
      choices.change({ startAtLogin: false }),
    ])
    expect(onDisk().choices).toMatchObject({ startAtLogin: false, startHidden: true })
  })

  it('that cannot be written counts for this run and says so', async () => {
    writeFileSync(join(folder.root, 'taken'), '')
    const { choices, log } = open(join(folder.root, 'taken'))
    const answer = await choices.change({ closeToTray: false })
    expect(answer).toMatchObject({ ok: false, failure: { sentence: { id: 'desktop.choices-not-kept' } } })
    expect(choices.current().closeToTray).toBe(false)
    expect(log.lines.map(({ level }) => level)).toContain('warn')
  })
})

describe('the window', () => {
  it('is written once for many moves, soon after', async () => {
    const { choices, clock } = open()
    for (let x = 0; x < 100; x += 1) {
      choices.rememberWindow({ bounds: { x, y: 0, width: 800, height: 600 } })
      expect(clock.waiting).toBe(1)
    }
    expect(existsSync(file())).toBe(false)
    clock.advance(1000)
    await choices.flush()
    expect(onDisk().window).toEqual({ bounds: { x: 99, y: 0, width: 800, height: 600 }, maximised: false, zoom: 1 })
  })

  it('is written by a flush without waiting, and no timer is left', async () => {
    const { choices, clock } = open()
    choices.rememberWindow({ zoom: 1.5 })
    await choices.flush()
    expect(onDisk().window.zoom).toBe(1.5)
    expect(clock.waiting).toBe(0)
  })
})

it('remembers what was said', async () => {
  const { choices } = open()
  expect(choices.wasSaid('in-tray')).toBe(false)
  choices.keepSaid('in-tray')
  expect(choices.wasSaid('in-tray')).toBe(true)
  await choices.flush()
  expect(open().choices.wasSaid('in-tray')).toBe(true)
})

it('names in the log what it could not read', () => {
  writeFileSync(file(), JSON.stringify({ choices: { closeToTray: 'perhaps', startHidden: true } }))
  const { choices, log } = open()
  expect(choices.current()).toEqual({ ...DEFAULTS.choices, startHidden: true })
  expect(log.lines.map(({ level, fields }) => [level, fields['field']])).toEqual([['warn', 'choices.closeToTray']])
})

it('starts with a file it cannot read, and says so', () => {
  mkdirSync(file())
  const { choices, log } = open()
  expect(choices.current()).toEqual(DEFAULTS.choices)
  expect(log.lines.map(({ level, fields }) => [level, fields['why']])).toEqual([['warn', 'EISDIR']])
})
