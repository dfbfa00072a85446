import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { sentence, type Sentence } from '../shared/sentence.ts'
import { followApp } from './follow-app.ts'
import type { Shell } from './shell.ts'
import { createFakeChoices } from './test/fake-choices.ts'

interface Stage {
  readonly platform?: NodeJS.Platform
  readonly closeToTray?: 'on' | 'off'
  readonly tray?: Sentence | null
}

function open({ platform = 'linux', closeToTray = 'on', tray = null }: Stage = {}) {
  const did: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: () => did.push('quit') })
  const shell = {
    choices: createFakeChoices({ closeToTray: closeToTray === 'on' }),
    problems: { get: () => tray },
  }
  // An emitter with Electron's event names, and of the shell what is used.
  followApp(app as unknown as App, platform, shell as unknown as Shell)
  return { app, did }
}

it.each<[string, Stage, string[]]>([
  ['goes on in the tray', {}, []],
  ['ends where the user wants no tray', { closeToTray: 'off' }, ['quit']],
  ['ends where there is no tray', { tray: sentence('desktop.no-tray') }, ['quit']],
  ['goes on in the dock of macOS', { platform: 'darwin', closeToTray: 'off' }, []],
])('without a window it %s', (_, stage, then) => {
  const { app, did } = open(stage)
  app.emit('window-all-closed')
  expect(did).toEqual(then)
})
