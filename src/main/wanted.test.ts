import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { followWanted } from './wanted.ts'

function open() {
  const did: string[] = []
  const state = { ready: true }
  const app = Object.assign(new EventEmitter(), { isReady: () => state.ready })
  // An emitter with Electron's event names; nothing else of the app is asked for.
  const wanted = followWanted(app as unknown as App)
  return { app, did, state, start: () => wanted.open(() => did.push('show')) }
}

const launches: readonly [string, ...unknown[]][] = [
  ['second-instance', {}, ['tidemark', '--hidden', '--data', '/elsewhere'], '/', null],
  ['activate', {}, false],
]

it.each(launches)('%s shows the window', (...event) => {
  const { app, did, start } = open()
  start()
  expect(did).toEqual([])
  app.emit(...event)
  expect(did).toEqual(['show'])
})

it.each(launches)('%s while the app is still starting shows it once it has', (...event) => {
  const { app, did, start } = open()
  app.emit(...event)
  app.emit(...event)
  expect(did).toEqual([])
  start()
  expect(did).toEqual(['show'])
})

it('does not take the launch itself for a wish', () => {
  const { app, did, state, start } = open()
  state.ready = false
  app.emit('activate')
  start()
  expect(did).toEqual([])
})
