import { expect, it } from 'vitest'
import { loginEntry, type Program } from './login-entry.ts'
import { startedHidden } from './started-hidden.ts'

const installed: Program = { execPath: '/opt/Tidemark/tidemark', appImage: null, source: null, data: null }
const start = { startAtLogin: true, startHidden: false }

it.each([
  ['nothing unless chosen', { startAtLogin: false, startHidden: true }, installed, null],
  ['the program', start, installed, { program: '/opt/Tidemark/tidemark', args: [] }],
  ['it hidden', { ...start, startHidden: true }, installed, { program: installed.execPath, args: ['--hidden'] }],
  [
    'the AppImage, not the copy mounted of it',
    start,
    { ...installed, execPath: '/tmp/.mount_x/tidemark', appImage: '/home/me/Tidemark.AppImage' },
    { program: '/home/me/Tidemark.AppImage', args: [] },
  ],
  [
    'the code under Electron, with the same data',
    { ...start, startHidden: true },
    { ...installed, source: '/src/tidemark', data: '/data' },
    { program: installed.execPath, args: ['/src/tidemark', '--hidden', '--data', '/data'] },
  ],
])('starts %s', (_, choices, program, entry) => {
  expect(loginEntry(choices, program)).toEqual(entry)
})

it.each([
  ['linux', 'as told', { hidden: true }, { startHidden: false }, false, true],
  ['win32', 'not without being told', { hidden: false }, { startHidden: true }, true, false],
  ['darwin', 'as a login item', { hidden: false }, { startHidden: true }, true, true],
  ['darwin', 'not by the user’s hand', { hidden: false }, { startHidden: true }, false, false],
  ['darwin', 'not unless chosen', { hidden: false }, { startHidden: false }, true, false],
] as const)('on %s it starts hidden %s', (platform, _, commandLine, choices, wasOpenedAtLogin, hidden) => {
  const app = { getLoginItemSettings: () => ({ wasOpenedAtLogin }) as Electron.LoginItemSettings }
  expect(startedHidden(app, platform, commandLine, choices)).toBe(hidden)
})
