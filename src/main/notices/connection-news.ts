import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { watchedMs, type Moment } from './notice.ts'

export type ConnectionNews =
  | { readonly kind: 'lost'; readonly exchanges: readonly string[]; readonly streams: readonly string[] }
  | {
      readonly kind: 'restored'
      readonly exchanges: readonly string[]
      readonly stillLost: readonly string[]
      /** For how long nothing was heard, the longest of them. */
      readonly blindMs: number
    }

/** An exchange without one of the connections that count. */
interface Outage {
  readonly since: Time
  /** When it was last heard. */
  readonly blindFrom: Time
  readonly told: 'not-yet' | 'told'
}

/** Outages by the exchange's name. */
export type ConnectionMemory = ReadonlyMap<string, Outage>

export interface ConnectionLook {
  readonly memory: ConnectionMemory
  readonly news: readonly ConnectionNews[]
}

/** A connection that is back sooner was never lost, as far as the user is concerned. */
export const LOST_AFTER_MS = 15_000

export function lookAtConnections(
  memory: ConnectionMemory,
  streams: readonly StreamRow[],
  moment: Moment,
  lostAfterMs: number,
): ConnectionLook {
  const required = streams.filter((row) => row.required)
  const exchanges = new Map(Map.groupBy(required, ({ venueName }) => venueName))
  const next = new Map(
    [...exchanges].flatMap(([name, rows]) => entry(name, outageAfter(memory.get(name), rows, moment.now))),
  )
  const lost = [...next].filter(([, outage]) => isDue(outage, moment, lostAfterMs)).map(([name]) => name)
  const restored = [...memory].filter(([name, { told }]) => told === 'told' && exchanges.has(name) && !next.has(name))
  const told = new Map(lost.length === 0 ? next : [...next].map(([name, outage]) => [name, asTold(outage)]))
  return {
    memory: told,
    news: [
      ...(restored.length === 0 ? [] : [restoredNews(restored, told, moment.now)]),
      ...(lost.length === 0 ? [] : [lostNews([...told.keys()], required)]),
    ],
  }
}

/** None while every connection is up; one that was told of lasts until all of them are sure again. */
function outageAfter(before: Outage | undefined, rows: readonly StreamRow[], now: Time): Outage | null {
  const down = rows.filter(({ state }) => state === 'down')
  if (down.length > 0) return before ?? { since: now, blindFrom: heardOf(down, now), told: 'not-yet' }
  const isSure = rows.every(({ state }) => state !== 'checking')
  return before?.told === 'told' && !isSure ? before : null
}

function heardOf(down: readonly StreamRow[], now: Time): Time {
  return Math.min(now, ...down.flatMap(({ heardAt }) => heardAt ?? []))
}

function isDue({ told, since }: Outage, moment: Moment, lostAfterMs: number): boolean {
  return told === 'not-yet' && watchedMs(since, moment) >= lostAfterMs
}

function asTold(outage: Outage): Outage {
  return { ...outage, told: 'told' }
}

function entry(name: string, outage: Outage | null): readonly (readonly [string, Outage])[] {
  return outage === null ? [] : [[name, outage]]
}

function lostNews(exchanges: readonly string[], required: readonly StreamRow[]): ConnectionNews {
  const down = required.filter(({ state, venueName }) => state === 'down' && exchanges.includes(venueName))
  return { kind: 'lost', exchanges, streams: down.map(({ stream }) => stream) }
}

function restoredNews(
  restored: readonly (readonly [string, Outage])[],
  left: ConnectionMemory,
  now: Time,
): ConnectionNews {
  return {
    kind: 'restored',
    exchanges: restored.map(([name]) => name),
    stillLost: [...left].filter(([, { told }]) => told === 'told').map(([name]) => name),
    blindMs: Math.max(...restored.map(([, { blindFrom }]) => now - blindFrom)),
  }
}
