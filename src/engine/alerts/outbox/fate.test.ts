import { expect, it } from 'vitest'
import { sentence } from '../../../shared/sentence.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'
import { deliveryOf, HOUR } from '../test/outbox-stage.ts'
import { fateOf } from './fate.ts'

const unreachable = { kind: 'again', problem: sentence('link.closed'), afterMs: null } as const

/** Tried at these moments, each time in vain. */
function triedAt(times: readonly number[], afterMs: number | null = null): StoredDelivery {
  const answer = { ...unreachable, afterMs }
  return times.reduce(
    (before, now) => fateOf(before, answer, { now, chance: 0.5, failover: null }).delivery,
    deliveryOf('a', 'hook', 0),
  )
}

const everyQuarter = (from: number, hours: number) =>
  Array.from({ length: hours * 4 + 1 }, (_, at) => from + at * 900_000)

it('is undelivered when it was tried for a day, counted from the first try', () => {
  expect(triedAt(everyQuarter(50 * HOUR, 23)).state).toBe('pending')
  expect(triedAt(everyQuarter(50 * HOUR, 24)).state).toBe('undelivered')
})

it('is tried on after a weekend in which nothing could try it', () => {
  const monday = [...everyQuarter(0, 2), ...everyQuarter(60 * HOUR, 20)]
  expect(triedAt(monday)).toMatchObject({ state: 'pending', tries: monday.length })
  expect(triedAt([...monday, ...everyQuarter(80.25 * HOUR, 1)]).state).toBe('undelivered')
})

it.each([-30, 30])('does not take a clock that was set by %i hours for time that passed', (hours) => {
  const after = 5 * HOUR + hours * HOUR
  expect(triedAt([...everyQuarter(0, 5), ...everyQuarter(after, 17)]).state).toBe('pending')
  expect(triedAt([...everyQuarter(0, 5), ...everyQuarter(after, 20)]).state).toBe('undelivered')
})

it('counts a wait that the receiver asked for', () => {
  expect(triedAt([0, 12 * HOUR, 24 * HOUR], 12 * HOUR).state).toBe('undelivered')
})
