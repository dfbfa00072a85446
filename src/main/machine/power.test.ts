import type { App, PowerMonitor } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { MachineEvent } from '../../engine/ports/machine.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { followPower, SHUTDOWN_WITHIN_MS } from './power.ts'

function createStage() {
  const clock = createManualClock(0)
  const powerMonitor = new EventEmitter()
  const did: string[] = []
  const app = Object.assign(new EventEmitter(), {
    quit: () => void did.push('quit'),
    exit: () => void did.push('exit'),
  })
  const desk = {
    report: (event: MachineEvent) => void did.push(event.kind),
  }
  // Emitters with Electron's event names; nothing else of either is asked for.
  const stop = followPower({ powerMonitor: powerMonitor as PowerMonitor, app: app as unknown as App, desk, clock })
  return { clock, powerMonitor, app, did, stop }
}

it.each([
  ['suspend', 'suspend'],
  ['resume', 'resume'],
  ['lock-screen', 'lock'],
  ['unlock-screen', 'unlock'],
])('%s reaches the engine as %s', (event, kind) => {
  const { powerMonitor, did } = createStage()
  powerMonitor.emit(event)
  expect(did).toEqual([kind])
})

it('holds a shutdown up until the app has ended: everything is written, then it quits', () => {
  const { powerMonitor, did } = createStage()
  const preventDefault = vi.fn()
  powerMonitor.emit('shutdown', { preventDefault })
  powerMonitor.emit('shutdown', { preventDefault })
  expect([did, preventDefault.mock.calls.length]).toEqual([['shutdown', 'quit'], 2])
})

it('does not hold it up for long', async () => {
  const { clock, powerMonitor, did } = createStage()
  powerMonitor.emit('shutdown')
  await clock.pass(SHUTDOWN_WITHIN_MS)
  expect(did).toEqual(['shutdown', 'quit', 'exit'])
})

it('is done with it once the app has stopped in good order', async () => {
  const { clock, powerMonitor, did, stop } = createStage()
  powerMonitor.emit('shutdown')
  stop()
  await clock.pass(SHUTDOWN_WITHIN_MS)
  expect(did).toEqual(['shutdown', 'quit'])
})

it('on Windows writes when the session is asked to end, and leaves when it does', () => {
  const { app, did } = createStage()
  const window = new EventEmitter()
  app.emit('browser-window-created', {}, window)
  window.emit('query-session-end', {})
  expect(did).toEqual(['shutdown'])
  window.emit('session-end', {})
  expect(did).toEqual(['shutdown', 'shutdown', 'quit'])
})
