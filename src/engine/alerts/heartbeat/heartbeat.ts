import type { HeartbeatChoices } from '../../../shared/alert-contract.ts'
import type { HeartbeatRow } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Heart } from '../../ports/heart.ts'
import type { Log } from '../../ports/log.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Store } from '../../ports/store.ts'
import type { Table } from '../../tables.ts'
import { createHeartAddress, type HeartAddress } from './heart-address.ts'
import { readHeartbeat, type StoredHeartbeat } from './stored-heartbeat.ts'

export interface HeartbeatPorts {
  readonly clock: Clock
  readonly log: Log
  readonly store: Pick<Store, 'setting' | 'saveSetting'>
  readonly secrets: Secrets
}

export interface HeartbeatDeps {
  readonly table: Table<HeartbeatRow>
  heart(address: string): Result<Heart>
  /** Why nothing may be said to be well now. */
  whyWithheld(): Sentence | null
  /** What a beat says to a person. */
  text(): string
}

/** The sign of life to an address of the user's: its absence is what raises the alarm there. */
export interface Heartbeat {
  /** Reads the address; again after a vault was opened. */
  load(): Promise<void>
  change(choices: HeartbeatChoices): Promise<Result<null>>
  /** One beat at once, whatever holds the regular ones back. */
  test(): Promise<Result<null>>
  readonly allClearAt: number | null
  /** Shows why the all-clear was not sent; null: it was. */
  allClearWithheld(why: Sentence | null): void
  start(): void
  stop(): void
}

interface Pulse {
  readonly ports: HeartbeatPorts
  readonly deps: HeartbeatDeps
  readonly address: HeartAddress
  readonly stops: Stop[]
  stored: StoredHeartbeat
  heart: Heart | null
  /** Why there is no heart where there should be one. */
  missing: Sentence | null
  /** Why the last beat was not taken. */
  failed: Sentence | null
  /** Why the last all-clear was not sent. */
  unclear: Sentence | null
  lastSentAt: Time | null
  /** In monotonic time. */
  dueAt: number
  state: 'resting' | 'beating'
  timer: Stop | null
  ended: boolean
}

const SETTING = 'heartbeat'
const ROW = 'heartbeat'
/** How soon what became stale, or fresh again, is noticed between two beats. */
const LOOK_MS = 5_000

export function createHeartbeat(ports: HeartbeatPorts, deps: HeartbeatDeps): Heartbeat {
  const pulse: Pulse = {
    ports,
    deps,
    address: createHeartAddress(ports.secrets, (address) => deps.heart(address)),
    stops: [],
    stored: readHeartbeat(ports.store.setting(SETTING)),
    heart: null,
    missing: null,
    failed: null,
    unclear: null,
    lastSentAt: null,
    dueAt: 0,
    state: 'resting',
    timer: null,
    ended: false,
  }
  show(pulse, null)
  return {
    load: () => load(pulse),
    change: (choices) => change(pulse, choices),
    test: () => test(pulse),
    get allClearAt() {
      return pulse.stored.allClearAt
    },
    allClearWithheld: (why) => {
      pulse.unclear = why
      showNow(pulse)
    },
    start: () => {
      pulse.stops.push(ports.clock.onJump(({ kind }) => kind === 'sleep' && wake(pulse)))
      look(pulse)
    },
    stop: () => {
      pulse.ended = true
      for (const stop of pulse.stops.splice(0)) stop()
      pulse.timer?.()
      pulse.heart = null
    },
  }
}

async function load(pulse: Pulse): Promise<void> {
  if (!pulse.stored.enabled) return
  const heart = await pulse.address.read()
  pulse.heart = heart.ok ? heart.value : null
  pulse.missing = heart.ok ? null : heart.failure.sentence
  look(pulse)
}

async function change(pulse: Pulse, choices: HeartbeatChoices): Promise<Result<null>> {
  const heart = await pulse.address.choose(choices)
  if (!heart.ok) return heart
  const { enabled, everyMs, allClearAt } = choices
  const stored = { enabled, everyMs, allClearAt, host: heart.value?.host ?? '' }
  const saved = await pulse.ports.store.saveSetting(SETTING, stored)
  if (!saved.ok) return saved
  Object.assign(pulse, {
    stored,
    heart: enabled ? heart.value : null,
    missing: null,
    failed: null,
    unclear: null,
    dueAt: 0,
  })
  look(pulse)
  return ok(null)
}

async function test(pulse: Pulse): Promise<Result<null>> {
  const heart = await pulse.address.read()
  return heart.ok ? beat(pulse, heart.value) : heart
}

function look(pulse: Pulse): void {
  const { clock } = pulse.ports
  pulse.timer?.()
  // What was being read or kept when it was stopped ends later.
  if (pulse.ended) return
  if (!pulse.stored.enabled) return show(pulse, null)
  pulse.timer = clock.after(LOOK_MS, () => look(pulse))
  const why = pulse.deps.whyWithheld()
  const isDue = pulse.heart !== null && pulse.state === 'resting' && clock.monotonic() >= pulse.dueAt
  if (isDue && why === null && pulse.heart !== null) void beat(pulse, pulse.heart)
  show(pulse, why)
}

/** Whoever counts on beats has waited all the while. */
function wake(pulse: Pulse): void {
  pulse.dueAt = 0
  look(pulse)
}

async function beat(pulse: Pulse, heart: Heart): Promise<Result<null>> {
  const { ports, deps, stored } = pulse
  pulse.state = 'beating'
  pulse.dueAt = ports.clock.monotonic() + stored.everyMs
  const taken = await heart.beat({ text: deps.text(), everyMs: stored.everyMs })
  pulse.state = 'resting'
  if (taken.ok) pulse.lastSentAt = ports.clock.now()
  else ports.log.warn('a heartbeat was not taken', { host: heart.host, why: taken.failure.sentence.id })
  pulse.failed = taken.ok ? null : taken.failure.sentence
  showNow(pulse)
  return taken
}

function showNow(pulse: Pulse): void {
  show(pulse, pulse.stored.enabled ? pulse.deps.whyWithheld() : null)
}

function show(pulse: Pulse, why: Sentence | null): void {
  const { enabled, host, everyMs, allClearAt } = pulse.stored
  const state = stateOf(pulse, why)
  const nextAt = state === 'off' || pulse.heart === null ? null : nextBeatAt(pulse)
  const problem = enabled ? (pulse.missing ?? why ?? pulse.failed) : null
  const { lastSentAt, unclear } = pulse
  pulse.deps.table.set(ROW, { state, host, everyMs, allClearAt, lastSentAt, nextAt, problem, unclear })
}

function stateOf({ stored, missing, failed }: Pulse, why: Sentence | null): HeartbeatRow['state'] {
  if (!stored.enabled) return 'off'
  if (missing !== null) return 'failing'
  if (why !== null) return 'withheld'
  return failed === null ? 'beating' : 'failing'
}

/** In whole seconds, so that the row changes when the moment does and not with every look at it. */
function nextBeatAt({ dueAt, ports: { clock } }: Pulse): Time {
  return Math.round((clock.now() + Math.max(0, dueAt - clock.monotonic())) / 1000) * 1000
}
