import { expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { fail, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { handOver, type HandOverParts } from './hand-over.ts'

function scene(appImage: string | null = null) {
  const done: unknown[] = []
  const note =
    (what: string) =>
    (...values: readonly unknown[]): void =>
      void done.push(values.length === 0 ? what : [what, ...values])
  const clock = createManualClock(0)
  const parts: HandOverParts = {
    app: { releaseSingleInstanceLock: note('lock released'), relaunch: note('relaunch'), exit: note('exit') },
    leaving: { begin: note('leaving'), stopAll: async () => note('stopped')() },
    clock,
    log: createFakeLog(),
    args: ['--data', '/d', '--update-not-installed'],
    appImage,
  }
  return { done, clock, parts }
}

const never = (): Promise<Result<never>> => new Promise(() => undefined)
const refused = async (): Promise<Result<never>> => fail({ code: 'unavailable', sentence: sentence('update.failed') })

it('installs only after everything was stopped and another copy may start', async () => {
  const { done, parts } = scene()
  const install = () => {
    done.push('install')
    return never()
  }
  void handOver(parts, { install })
  await expect.poll(() => done).toEqual(['leaving', 'stopped', 'lock released', 'install'])
})

it('comes back as it was, and says why, when the system does not take the update', async () => {
  const { done, parts } = scene()
  await handOver(parts, { install: refused })
  expect(done.slice(3)).toEqual([
    ['relaunch', { args: ['--data', '/d', '--update-not-installed'] }],
    ['exit', 0],
  ])
})

it('comes back when the system says nothing of the update for two minutes', async () => {
  const { done, clock, parts } = scene()
  const over = handOver(parts, { install: never })
  await clock.pass(119_999)
  expect(done.slice(3)).toEqual([])
  await clock.pass(1)
  await over
  expect(done.slice(3)).toEqual([
    ['relaunch', { args: ['--data', '/d', '--update-not-installed'] }],
    ['exit', 0],
  ])
})

it('leaves no timer behind once the system has answered', async () => {
  const { clock, parts } = scene()
  await handOver(parts, { install: refused })
  expect(clock.waiting).toBe(0)
})

it('comes back from the AppImage itself, not from the folder it was mounted in', async () => {
  const { done, parts } = scene('/home/me/Tidemark.AppImage')
  await handOver(parts, { install: refused })
  expect(done[3]).toEqual(['relaunch', expect.objectContaining({ execPath: '/home/me/Tidemark.AppImage' })])
})
