import { describe, expect, it } from 'vitest'
import type { AccountRow } from '../../shared/account-rows.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import { accountRow, NOW, streamRow } from '../test/samples.ts'
import { lookAtAccounts, STALE_AFTER_MS, type AccountMemory, type AccountNews } from './account-news.ts'

type State = AccountRow['state']
type Look = readonly [afterMs: number, state: State, streams?: readonly StreamRow[], awakeSince?: number]

function lookedAt(...looks: readonly Look[]): readonly AccountNews[] {
  const told: AccountNews[] = []
  let memory: AccountMemory = new Map()
  for (const [after, state, streams = [], awakeSince = NOW - 60_000] of looks) {
    const look = lookAtAccounts(memory, [accountRow({ state })], streams, { now: NOW + after, awakeSince }, () => false)
    memory = look.memory
    told.push(...look.news)
  }
  return told
}

const kinds = (news: readonly AccountNews[]): readonly string[] => news.map(({ kind }) => kind)
const lost = [streamRow({ state: 'down' })]

describe('a stale account', () => {
  it.each(['stale', 'down'] as const)('is told once it was %s for a while, and well again with how long', (state) => {
    const told = lookedAt(
      [0, state],
      [STALE_AFTER_MS - 1, state],
      [STALE_AFTER_MS, state],
      [STALE_AFTER_MS * 2, state],
      [90_000, 'checking'],
      [100_000, 'live'],
      [101_000, 'live'],
    )
    expect(told).toMatchObject([{ kind: 'stale' }, { kind: 'well', lastedMs: 100_000 }])
  })

  it('that recovers soon is not told', () => {
    expect(lookedAt([0, 'stale'], [20_000, 'checking'], [35_000, 'stale'], [36_000, 'live'])).toEqual([])
  })

  it('is not told beside the lost connection that explains it', () => {
    expect(lookedAt([0, 'down', lost], [60_000, 'down', lost], [61_000, 'live'])).toEqual([])
  })

  it('is told when it stays so after the connection is back', () => {
    const told = lookedAt([0, 'down', lost], [60_000, 'stale'], [60_000 + STALE_AFTER_MS, 'stale'])
    expect(kinds(told)).toEqual(['stale'])
  })

  it('is explained only by its own exchange, and by what is needed', () => {
    const others = [
      streamRow({ venueName: 'Elsewhere', state: 'down' }),
      streamRow({ stream: 'candles', required: false, state: 'down' }),
    ]
    expect(kinds(lookedAt([0, 'down', others], [STALE_AFTER_MS, 'down', others]))).toEqual(['stale'])
  })

  it('after a sleep is given its time from the wake on', () => {
    const wake = NOW + 3_600_000
    expect(lookedAt([0, 'stale'], [3_601_000, 'stale', [], wake], [3_605_000, 'live', [], wake])).toEqual([])
  })
})

describe('a refused account', () => {
  it('is told at once, once, and well again when it is', () => {
    const told = lookedAt([0, 'refused'], [1000, 'refused'], [2000, 'starting'], [3000, 'refused'], [4000, 'live'])
    expect(kinds(told)).toEqual(['refused', 'well'])
  })

  it('is told even where it was only stale before', () => {
    expect(kinds(lookedAt([0, 'stale'], [STALE_AFTER_MS, 'stale'], [40_000, 'refused']))).toEqual(['stale', 'refused'])
  })

  it('is forgotten when it is removed', () => {
    const moment = { now: NOW, awakeSince: NOW }
    const { memory } = lookAtAccounts(new Map(), [accountRow({ state: 'refused' })], [], moment, () => false)
    expect(memory.size).toBe(1)
    expect(lookAtAccounts(memory, [], [], moment, () => false)).toEqual({ memory: new Map(), news: [] })
  })
})
