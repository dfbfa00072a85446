import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULTS, readDesktopFile, writeDesktopFile, type DesktopFile } from './desktop-file.ts'

const chosen: DesktopFile = {
  choices: {
    startAtLogin: true,
    startHidden: true,
    closeToTray: false,
    checkForUpdates: false,
    notices: { alert: 'on', fill: 'off', connection: 'on', account: 'silent', program: 'off' },
    quietHours: { from: 1320, to: 420 },
    pausedUntil: 1_795_000_000_000,
  },
  window: { bounds: { x: -1920, y: 40, width: 1200, height: 800 }, maximised: true, zoom: 1.25 },
  said: ['in-tray'],
}

it('reads back what it wrote', () => {
  expect(readDesktopFile(writeDesktopFile(chosen))).toEqual({ file: chosen, unread: [] })
  expect(readDesktopFile(writeDesktopFile(DEFAULTS))).toEqual({ file: DEFAULTS, unread: [] })
})

it('keeps watching in the tray and looks for updates unless told otherwise, and starts only when asked to', () => {
  expect(DEFAULTS.choices).toEqual({
    startAtLogin: false,
    startHidden: false,
    closeToTray: true,
    checkForUpdates: true,
    notices: { alert: 'on', fill: 'on', connection: 'silent', account: 'on', program: 'on' },
    quietHours: null,
    pausedUntil: null,
  })
})

describe('a broken field is left out by itself and named', () => {
  it.each([
    ['choices', { startAtLogin: 'yes' }, ['choices.startAtLogin']],
    ['choices', { notices: { fill: 'loud' } }, ['choices.notices']],
    ['choices', { quietHours: { from: 0, to: 1440 } }, ['choices.quietHours']],
    ['choices', { unheardOf: 1 }, ['choices.unheardOf']],
    ['choices', [], ['choices']],
    ['window', { bounds: { x: 0, y: 0, width: 0, height: 10 } }, ['window.bounds']],
    ['window', { zoom: 100 }, ['window.zoom']],
    ['window', 7, ['window']],
    ['said', ['in-tray', 'hello'], ['said']],
    ['colour', 'red', ['colour']],
  ])('%s: %j', (group, broken, unread) => {
    const text = JSON.stringify({ ...DEFAULTS, [group]: broken })
    expect(readDesktopFile(text)).toEqual({ file: DEFAULTS, unread })
  })

  it('while the others count', () => {
    const text = JSON.stringify({ ...chosen, choices: { ...chosen.choices, closeToTray: null } })
    const { file, unread } = readDesktopFile(text)
    expect(unread).toEqual(['choices.closeToTray'])
    expect(file).toEqual({ ...chosen, choices: { ...chosen.choices, closeToTray: true } })
  })
})

it('keeps the levels of a version that told of no alerts', () => {
  const notices = { fill: 'off', connection: 'on', account: 'silent', program: 'off' }
  const { file, unread } = readDesktopFile(JSON.stringify({ choices: { notices } }))
  expect([file.choices.notices, unread]).toEqual([{ alert: 'on', ...notices }, []])
})

it.each(['', '{', '[]', 'null', '"text"', '\u0000'])('takes nothing from a file that is none: %j', (text) => {
  expect(readDesktopFile(text)).toEqual({ file: DEFAULTS, unread: ['the whole file'] })
})

it('makes something writable of anything', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const { file } = readDesktopFile(text)
      expect(readDesktopFile(writeDesktopFile(file))).toEqual({ file, unread: [] })
    }),
  )
})

it('is not led astray by names every object has', () => {
  const text = '{"choices":{"constructor":1,"__proto__":{"closeToTray":false}},"toString":1}'
  const { file, unread } = readDesktopFile(text)
  expect(file).toEqual(DEFAULTS)
  expect(unread).toEqual(['choices.constructor', 'choices.__proto__', 'toString'])
})
