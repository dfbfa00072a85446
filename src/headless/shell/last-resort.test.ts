import { expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createTranslate } from '../../shared/translate.ts'
import { createLastResort, STOP_WITHIN_MS } from './last-resort.ts'

function open() {
  const did: string[] = []
  const clock = createManualClock(0)
  const log = createFakeLog()
  const lastResort = createLastResort({
    exit: (code) => void did.push(`exit ${code}`),
    say: (text) => void did.push(text.split('\n')[0] ?? ''),
    translate: createTranslate('en'),
    clock,
  })
  return { did, clock, log, lastResort }
}

const told = expect.stringMatching(/^Tidemark ended because of an error in the program \(broken\)/)

it('an error before anything is open is told, and the program ends with a code', async () => {
  const { did, clock, lastResort } = open()
  lastResort.take(new Error('broken'))
  await clock.settle()
  expect(did).toEqual(['Something failed that nobody expected: Error: broken', told, 'exit 1'])
})

it('afterwards it is logged, and what waits is written before the end, however much more fails', async () => {
  const { did, clock, log, lastResort } = open()
  const stop = () => {
    did.push('stopped')
    lastResort.take(new Error('again'))
    return Promise.reject(new Error('disk'))
  }
  lastResort.opened({ log, stop })
  lastResort.take(new Error('broken'))
  await clock.settle()
  expect(did).toEqual([told, 'stopped', 'exit 1'])
  expect(log.lines.map(({ fields }) => String(fields['why']).split('\n')[0])).toEqual([
    'Error: broken',
    'Error: again',
    'Error: disk',
  ])
})

it('does not wait for ever for what will not stop', async () => {
  const { did, clock, log, lastResort } = open()
  lastResort.opened({ log, stop: () => new Promise(() => undefined) })
  lastResort.take(new Error('broken'))
  await clock.pass(STOP_WITHIN_MS - 1)
  expect(did).toHaveLength(1)
  await clock.pass(1)
  expect(did.at(-1)).toBe('exit 1')
})
