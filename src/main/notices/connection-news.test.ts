import { describe, expect, it } from 'vitest'
import type { StreamRow } from '../../shared/health-rows.ts'
import { NOW, streamRow } from '../test/samples.ts'
import { LOST_AFTER_MS, lookAtConnections, type ConnectionMemory, type ConnectionNews } from './connection-news.ts'

const prices = streamRow({ stream: 'Somewhere prices', kind: 'prices', account: null })
const elsewhere = streamRow({ stream: 'Elsewhere prices', kind: 'prices', account: null, venueName: 'Elsewhere' })
const down = (row: StreamRow): StreamRow => ({ ...row, state: 'down', heardAt: NOW - 1000 })

type Look = readonly [afterMs: number, streams: readonly StreamRow[], awakeSince?: number]

function lookedAt(...looks: readonly Look[]): readonly ConnectionNews[] {
  const told: ConnectionNews[] = []
  let memory: ConnectionMemory = new Map()
  for (const [after, streams, awakeSince = NOW - 60_000] of looks) {
    const look = lookAtConnections(memory, streams, { now: NOW + after, awakeSince }, LOST_AFTER_MS)
    memory = look.memory
    told.push(...look.news)
  }
  return told
}

const lost = { kind: 'lost', exchanges: ['Somewhere'], streams: ['Somewhere prices'] }

describe('a connection that is lost', () => {
  it('is told once it has been down for a while, and once only', () => {
    const told = lookedAt(
      [0, [down(prices)]],
      [LOST_AFTER_MS - 1, [down(prices)]],
      [LOST_AFTER_MS, [down(prices)]],
      [LOST_AFTER_MS * 9, [down(prices)]],
    )
    expect(told).toEqual([lost])
  })

  it('and is back soon was never lost', () => {
    expect(lookedAt([0, [down(prices)]], [2000, [prices]], [LOST_AFTER_MS * 2, [prices]])).toEqual([])
  })

  it('is waited for anew once it is connected again, though not sure yet', () => {
    const checking = { ...prices, state: 'checking' } as const
    const half = LOST_AFTER_MS / 2
    expect(lookedAt([0, [down(prices)]], [half, [checking]], [half * 2, [down(prices)]], [half * 3, []])).toEqual([])
  })

  it('is nobody’s business when nothing leans on it', () => {
    const row = { ...down(prices), required: false }
    expect(lookedAt([0, [row]], [LOST_AFTER_MS, [row]])).toEqual([])
  })

  it('takes along the other exchanges that are down by then', () => {
    const told = lookedAt(
      [0, [down(prices), elsewhere]],
      [9000, [down(prices), down(elsewhere)]],
      [LOST_AFTER_MS, [down(prices), down(elsewhere)]],
      [LOST_AFTER_MS * 3, [down(prices), down(elsewhere)]],
    )
    expect(told).toEqual([
      { kind: 'lost', exchanges: ['Somewhere', 'Elsewhere'], streams: ['Somewhere prices', 'Elsewhere prices'] },
    ])
  })

  it('after a sleep is given its time from the wake on', () => {
    const wake = NOW + 7_200_000
    const told = lookedAt(
      [0, [down(prices)]],
      [7_200_000, [down(prices)], wake],
      [7_200_000 + LOST_AFTER_MS - 1, [down(prices)], wake],
      [7_200_000 + LOST_AFTER_MS, [prices], wake],
    )
    expect(told).toEqual([])
  })

  it('is found even when the clock was set back meanwhile', () => {
    const back = -3_600_000
    const told = lookedAt(
      [0, [down(prices)]],
      [back, [down(prices)], NOW + back],
      [back + LOST_AFTER_MS, [down(prices)], NOW + back],
    )
    expect(told).toEqual([lost])
  })
})

describe('a connection that is restored', () => {
  const outage: readonly Look[] = [
    [0, [down(prices)]],
    [LOST_AFTER_MS, [down(prices)]],
  ]

  it('tells for how long nothing was heard, from the last frame on', () => {
    expect(lookedAt(...outage, [59_000, [prices]], [60_000, [prices]])).toEqual([
      lost,
      { kind: 'restored', exchanges: ['Somewhere'], stillLost: [], blindMs: 60_000 },
    ])
  })

  it('is sure before it is told', () => {
    const checking = { ...prices, state: 'checking' } as const
    expect(lookedAt(...outage, [20_000, [checking]])).toEqual([lost])
    expect(lookedAt(...outage, [20_000, [checking]], [21_000, [prices]])).toHaveLength(2)
  })

  it('waits for every connection of its exchange', () => {
    const own = streamRow()
    expect(lookedAt(...outage, [20_000, [down(own), prices]])).toEqual([lost])
  })

  it('names who is still away', () => {
    const [, restored] = lookedAt(
      [0, [down(prices), down(elsewhere)]],
      [LOST_AFTER_MS, [down(prices), down(elsewhere)]],
      [30_000, [prices, down(elsewhere)]],
    )
    expect(restored).toMatchObject({ kind: 'restored', exchanges: ['Somewhere'], stillLost: ['Elsewhere'] })
  })

  it('is no matter once nothing is asked of the exchange', () => {
    expect(lookedAt(...outage, [20_000, []], [21_000, [prices]])).toEqual([lost])
  })
})
