import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { createLeaving } from './leaving.ts'

function open() {
  const did: string[] = []
  const events = new EventEmitter()
  const ended = Promise.withResolvers<number>()
  const app = Object.assign(events, { exit: (code: number) => ended.resolve(code) })
  // An emitter with Electron's event names; nothing else of the app is asked for.
  const leaving = createLeaving(app as unknown as App, (error) => did.push(String(error)))
  const willQuit = (): boolean => {
    const preventDefault = vi.fn()
    events.emit('will-quit', { preventDefault })
    return preventDefault.mock.calls.length === 1
  }
  return { did, events, leaving, willQuit, ended: ended.promise }
}

it('has begun once anybody quits, or an update says so', () => {
  const { events, leaving } = open()
  expect(leaving.begun()).toBe(false)
  events.emit('before-quit')
  expect(leaving.begun()).toBe(true)
  const other = open().leaving
  other.begin()
  expect(other.begun()).toBe(true)
})

it('stops everything, the last part first, each after the one before, and then exits', async () => {
  const { did, leaving, willQuit, ended } = open()
  leaving.onStop(() => void did.push('engine'))
  leaving.onStop(async () => {
    await Promise.resolve()
    did.push('window')
  })
  leaving.onStop(() => void did.push('tray'))
  expect(willQuit()).toBe(true)
  expect(await ended).toBe(0)
  expect(did).toEqual(['tray', 'window', 'engine'])
})

it('stops once, however often quitting is asked for, and never lets the app go before', async () => {
  const { did, leaving, willQuit, ended } = open()
  leaving.onStop(() => void did.push('engine'))
  expect([willQuit(), willQuit()]).toEqual([true, true])
  await ended
  await leaving.stopAll()
  expect(did).toEqual(['engine'])
})

it('stops the rest when one part fails, and reports it', async () => {
  const { did, leaving, willQuit, ended } = open()
  leaving.onStop(() => void did.push('engine'))
  leaving.onStop(() => Promise.reject(new Error('tray')))
  leaving.onStop(() => {
    throw new Error('menu')
  })
  willQuit()
  expect(await ended).toBe(0)
  expect(did).toEqual(['Error: menu', 'Error: tray', 'engine'])
})
