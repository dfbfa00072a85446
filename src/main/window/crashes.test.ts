import { expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createCrashes } from './crashes.ts'

function open() {
  const clock = createManualClock(0)
  const log = createFakeLog()
  const did: string[] = []
  const questions: ((answer: 'again' | 'later') => void)[] = []
  const crashes = createCrashes({
    monotonic: clock.monotonic,
    log,
    rebuild: () => void did.push('rebuild'),
    ask: () => new Promise((resolve) => questions.push(resolve)),
    giveUp: () => void did.push('give up'),
  })
  const answer = async (text: 'again' | 'later') => {
    questions.shift()?.(text)
    await clock.settle()
  }
  return { clock, log, did, questions, crashes, answer }
}

it('brings a crashed page back, three times within a minute, and then asks', () => {
  const { clock, did, questions, crashes } = open()
  for (let crash = 0; crash < 4; crash += 1) {
    crashes.page()
    clock.advance(10_000)
  }
  expect([did, questions.length]).toEqual([['rebuild', 'rebuild', 'rebuild'], 1])
})

it('brings it back without end when it crashes now and then', () => {
  const { clock, did, questions, crashes } = open()
  for (let crash = 0; crash < 20; crash += 1) {
    crashes.page()
    clock.advance(25_000)
  }
  expect([did.length, questions.length]).toEqual([20, 0])
})

it('tries again when the user says so, with all its tries', async () => {
  const { did, questions, crashes, answer } = open()
  for (let crash = 0; crash < 4; crash += 1) crashes.page()
  await answer('again')
  expect(did).toHaveLength(4)
  for (let crash = 0; crash < 3; crash += 1) crashes.page()
  expect([did.length, questions.length]).toEqual([7, 0])
  crashes.page()
  expect(questions.length).toBe(1)
})

it('gives up when the user says so', async () => {
  const { did, crashes, answer } = open()
  for (let crash = 0; crash < 4; crash += 1) crashes.page()
  await answer('later')
  expect(did.at(-1)).toBe('give up')
})

it('asks once, whatever else crashes meanwhile', () => {
  const { did, questions, crashes } = open()
  for (let crash = 0; crash < 9; crash += 1) crashes.page()
  expect([did.length, questions.length]).toEqual([3, 1])
})

it('leaves the page alone when a process beside it crashes, which Chromium starts anew, and logs it every time', () => {
  const { did, questions, crashes, log } = open()
  for (const kind of ['GPU', 'GPU', 'Utility']) crashes.helper(kind, 'crashed')
  expect([did, questions]).toEqual([[], []])
  expect(log.lines.map(({ level, fields }) => [level, fields['kind']])).toEqual([
    ['error', 'GPU'],
    ['error', 'GPU'],
    ['error', 'Utility'],
  ])
})

it('makes nothing of a process that ends in good order', () => {
  const { did, crashes, log } = open()
  crashes.helper('Utility', 'clean-exit')
  expect([did, log.lines.map(({ level }) => level)]).toEqual([[], ['debug']])
})
