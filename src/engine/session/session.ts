import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import { apply } from './commands.ts'
import { clockMoved } from './reasons.ts'
import { statusOf, type Run, type SessionHooks, type SessionOptions, type SessionPorts } from './run.ts'
import { initialState, type Script } from './state.ts'
import { describe, type SessionStatus } from './status.ts'

/** One stream of an exchange, kept alive: it connects, logs in, subscribes, rotates and comes back by itself. */
export interface Session {
  start(): void
  /** Closes everything; nothing more is told. */
  stop(): void
  want(topics: readonly string[]): void
  unwant(topics: readonly string[]): void
  /** Drops what there is and begins anew, even after a refusal. */
  restart(why: Failure): void
  status(): SessionStatus
}

export function createSession<Item, Context>(
  ports: SessionPorts,
  options: SessionOptions<Item, Context>,
  hooks: SessionHooks<Item>,
): Session {
  const run = createRun(ports, options, hooks)
  const outside: { stop: Stop | null } = { stop: null }

  return {
    start: () => {
      outside.stop ??= listenOutside(run)
      apply(run, { kind: 'start' })
    },
    stop: () => {
      outside.stop?.()
      outside.stop = null
      apply(run, { kind: 'stop' })
    },
    want: (topics) => apply(run, { kind: 'want', topics }),
    unwant: (topics) => apply(run, { kind: 'unwant', topics }),
    restart: (why) => apply(run, { kind: 'restart', why, promptly: 'at-once' }),
    status: () => statusOf(run),
  }
}

/** What befalls the computer befalls the connection. */
function listenOutside<Item, Context>(run: Run<Item, Context>): Stop {
  const { clock, machine } = run.ports
  const stops = [
    clock.onJump(() => apply(run, { kind: 'restart', why: clockMoved(run.script.name), promptly: 'with-jitter' })),
    machine.onEvent((event) => {
      if (event.kind === 'network') apply(run, { kind: 'network', change: event.state })
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

function createRun<Item, Context>(
  ports: SessionPorts,
  options: SessionOptions<Item, Context>,
  hooks: SessionHooks<Item>,
): Run<Item, Context> {
  const state = initialState(options.topics)
  const counts = { refusedFrames: 0, lastHeardAt: null, roundTripMs: null }
  return {
    ports,
    options,
    hooks,
    script: scriptOf(options),
    log: ports.log.with({ stream: options.feed.name }),
    wires: new Map(),
    inbox: [],
    ignored: new Set(),
    state,
    status: describe(state, null, counts, ports.clock),
    busy: false,
    timer: null,
    ticketRequest: 0,
    ...counts,
  }
}

function scriptOf<Item, Context>({ feed }: SessionOptions<Item, Context>): Script {
  return {
    name: feed.name,
    pace: feed.pace,
    keepEvery: feed.ticketing?.keepEvery ?? null,
    subscribe: (topics, id) => feed.subscribe(topics, id),
    unsubscribe: (topics, id) => feed.unsubscribe(topics, id),
  }
}
