import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import type { Perform } from '../net/perform.ts'
import type { Feed } from '../ports/feed.ts'
import type { Log } from '../ports/log.ts'
import type { Ports } from '../ports/ports.ts'
import type { Signer } from '../ports/vault.ts'
import { nextDeadline } from './deadlines.ts'
import { step } from './machine.ts'
import type { Command, Input, Script, SessionState } from './state.ts'
import { describe, looksSame, type SessionStatus } from './status.ts'
import { mainOf } from './step.ts'
import type { Numbering, Wire } from './wire.ts'

export type SessionPorts = Pick<Ports, 'clock' | 'sockets' | 'random' | 'log' | 'machine'>

/** What a session is for, and whom it asks. */
export interface SessionOptions<Item, Context> {
  readonly feed: Feed<Item, Context>
  readonly signer: Signer | null
  readonly topics: readonly string[]
  readonly context: () => Context
  readonly serverNow: () => Time
  readonly perform: Perform
  /** A login was refused for what may be its time. */
  readonly measureClock: () => void
  readonly numbering: Numbering
}

/** On which connection, and when by our wall clock, something was heard. */
export interface Arrival {
  readonly generation: number
  readonly at: Time
}

export interface SessionHooks<Item> {
  /** Every topic is confirmed on this connection; also after a rotation, when nothing was down in between. */
  readonly onUp: (generation: number) => void
  /** May come before `onUp` of the same generation, and from two generations while one replaces the other. */
  readonly onItems: (items: readonly Item[], arrival: Arrival) => void
  readonly onDown: (why: Failure) => void
  /** A message could not be used: fetch what it may have said. */
  readonly onResync: (why: string, arrival: Arrival) => void
  readonly onChange: (status: SessionStatus) => void
}

/** The moving parts of one session; only the files of this folder touch them. */
export interface Run<Item, Context> {
  readonly ports: SessionPorts
  readonly options: SessionOptions<Item, Context>
  readonly hooks: SessionHooks<Item>
  readonly script: Script
  readonly log: Log
  readonly wires: Map<number, Wire>
  readonly inbox: Input[]
  readonly ignored: Set<string>
  state: SessionState
  status: SessionStatus
  busy: boolean
  timer: { readonly at: number; readonly stop: Stop } | null
  ticketRequest: number
  refusedFrames: number
  lastHeardAt: Time | null
  roundTripMs: number | null
}

/** Performs one command of the machine. Handed in, so that performing and stepping stay apart. */
export type PerformCommand = <Item, Context>(run: Run<Item, Context>, command: Command) => void

/** Feeds the machine; inputs that arise while it works wait their turn. */
export function createApply(performCommand: PerformCommand) {
  return function apply<Item, Context>(run: Run<Item, Context>, input: Input): void {
    run.inbox.push(input)
    if (run.busy) return
    run.busy = true
    try {
      drain(run, performCommand)
    } finally {
      run.busy = false
    }
    arm(run, () => apply(run, { kind: 'tick' }))
    announce(run)
  }
}

export function statusOf<Item, Context>(run: Run<Item, Context>): SessionStatus {
  const main = mainOf(run.state)
  const wire = main === null ? null : (run.wires.get(main.line) ?? null)
  return describe(run.state, wire, run, run.ports.clock)
}

function drain<Item, Context>(run: Run<Item, Context>, performCommand: PerformCommand): void {
  for (let input = run.inbox.shift(); input !== undefined; input = run.inbox.shift()) {
    for (const wire of run.wires.values()) if (wire.fresh) tellAlive(run, wire, performCommand)
    advance(run, input, performCommand)
  }
}

/** Frames are many and mostly say only that the line lives, so the machine learns of them just before it decides. */
function tellAlive<Item, Context>(run: Run<Item, Context>, wire: Wire, performCommand: PerformCommand): void {
  wire.fresh = false
  const { line, heardAt, itemAt } = wire
  advance(run, { kind: 'alive', line, heardAt, itemAt }, performCommand)
}

function advance<Item, Context>(run: Run<Item, Context>, input: Input, performCommand: PerformCommand): void {
  const moment = { at: run.ports.clock.monotonic(), chance: run.ports.random.next() }
  const { state, commands } = step(run.state, input, run.script, moment)
  run.state = state
  for (const command of commands) performCommand(run, command)
}

function arm<Item, Context>(run: Run<Item, Context>, tick: () => void): void {
  const at = nextDeadline(run.state, run.script)?.at ?? null
  if (run.timer !== null && run.timer.at === at) return
  run.timer?.stop()
  run.timer = null
  if (at === null) return
  const stop = run.ports.clock.after(at - run.ports.clock.monotonic(), () => {
    run.timer = null
    tick()
  })
  run.timer = { at, stop }
}

function announce<Item, Context>(run: Run<Item, Context>): void {
  const status = statusOf(run)
  const same = looksSame(run.status, status)
  run.status = status
  if (!same) run.hooks.onChange(status)
}
