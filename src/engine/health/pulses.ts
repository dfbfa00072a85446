import { z } from 'zod'
import type { StreamRow } from '../../shared/health-rows.ts'
import { text, time } from '../../shared/fields.ts'
import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import type { Table } from '../tables.ts'
import { beaten, pulseRow, streamOf, type Pulse } from './pulse.ts'

/** Heartbeats of other programs that this one watches: each is a stream that goes stale when its beats stay away. */
export interface Pulses {
  /** @param everyMs how often it says it comes; null where it says nothing */
  heard(name: string, everyMs: number | null): 'taken' | 'bad-name' | 'too-many'
  /** Stops waiting for it. */
  forget(name: string): 'forgotten' | 'unknown'
  start(): void
  stop(): void
}

export interface PulsesPorts {
  readonly clock: Clock
  readonly log: Log
  readonly store: Pick<Store, 'setting' | 'saveSetting'>
}

const SETTING = 'pulses'
const MOST = 50
const LOOK_MS = 1_000
/** When each was last heard need not be known to the second after a restart. */
const SAVE_EVERY_MS = 60_000
const NAME = /^[\w.-]{1,60}$/

const storedPulses = z.array(z.strictObject({ name: text(60), everyMs: z.int().min(1).nullable(), heardAt: time }))

export function createPulses({ clock, log, store }: PulsesPorts, table: Table<StreamRow>): Pulses {
  const read = storedPulses.safeParse(store.setting(SETTING))
  const pulses = new Map((read.success ? read.data : []).map((pulse): [string, Pulse] => [pulse.name, pulse]))
  const life = { since: clock.now(), savedAt: -Infinity, stops: [] as Stop[], timer: null as Stop | null }

  function look(): void {
    life.timer = pulses.size === 0 ? null : clock.after(LOOK_MS, look)
    for (const pulse of pulses.values()) show(pulse)
  }

  function show(pulse: Pulse): void {
    table.set(streamOf(pulse.name), pulseRow(pulse, life.since, clock.now()))
  }

  function keep(pulse: Pulse): void {
    const before = pulses.get(pulse.name)
    pulses.set(pulse.name, pulse)
    if (before?.everyMs !== pulse.everyMs || clock.monotonic() - life.savedAt >= SAVE_EVERY_MS) save()
    show(pulse)
    if (life.timer === null) look()
  }

  function save(): void {
    life.savedAt = clock.monotonic()
    void store.saveSetting(SETTING, [...pulses.values()]).then((saved) => {
      if (!saved.ok) log.error('heartbeats that are watched cannot be kept', { why: saved.failure.sentence.id })
    })
  }

  /** What was not heard while this program did not live is not missed; what was heard was heard then by the new clock. */
  function jumped(kind: 'sleep' | 'step', byMs: number): void {
    if (kind === 'sleep') life.since = clock.now()
    else life.since += byMs
    if (kind === 'step')
      for (const [name, pulse] of pulses) pulses.set(name, { ...pulse, heardAt: pulse.heardAt + byMs })
    for (const pulse of pulses.values()) show(pulse)
  }

  return {
    heard: (name, everyMs) => {
      if (!NAME.test(name)) return 'bad-name'
      const before = pulses.get(name) ?? null
      if (before === null && pulses.size >= MOST) return 'too-many'
      keep(beaten(before, name, everyMs, clock.now()))
      return 'taken'
    },
    forget: (name) => {
      if (!pulses.delete(name)) return 'unknown'
      table.set(streamOf(name), null)
      save()
      return 'forgotten'
    },
    start: () => {
      life.stops.push(clock.onJump(({ kind, byMs }) => jumped(kind, byMs)))
      look()
    },
    stop: () => {
      for (const stop of life.stops.splice(0)) stop()
      life.timer?.()
      for (const name of pulses.keys()) table.set(streamOf(name), null)
    },
  }
}
