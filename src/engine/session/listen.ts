import type { Heard } from '../ports/feed.ts'
import type { SocketEnd, SocketListener } from '../ports/sockets.ts'
import { closedBy } from './reasons.ts'
import type { Arrival, Run } from './run.ts'
import type { Input } from './state.ts'
import { mainOf } from './step.ts'
import { hearSafely, type Wire } from './wire.ts'

type Apply = <Item, Context>(run: Run<Item, Context>, input: Input) => void

const MOST_IGNORED_NAMES = 100

/** Turns what one socket says into items for the owner and inputs for the machine. A detached wire is deaf. */
export function createListener<Item, Context>(run: Run<Item, Context>, wire: Wire, apply: Apply): SocketListener {
  const attached = (): boolean => run.wires.get(wire.line) === wire
  return {
    opened: () => {
      if (!attached()) return
      wire.openedAt = run.ports.clock.now()
      stir(run, wire)
      apply(run, { kind: 'opened', line: wire.line })
    },
    text: (text) => {
      if (!attached()) return
      takeText(run, wire, text, apply)
      noteProof(run, apply)
    },
    stirred: () => {
      if (!attached()) return
      stir(run, wire)
      noteAnswer(run, wire)
      noteProof(run, apply)
    },
    closed: (end) => {
      if (attached()) takeEnd(run, wire, end, apply)
    },
  }
}

function takeText<Item, Context>(run: Run<Item, Context>, wire: Wire, text: string, apply: Apply): void {
  const at = stir(run, wire)
  const heard = hearSafely(run.options.feed, text, run.options.context(), run.log)
  if (heard.ok) return take(run, wire, heard.value, { generation: wire.generation, at }, apply)
  run.refusedFrames += 1
  run.log.warn('a frame was refused', { why: heard.failure.sentence.id })
  run.hooks.onResync('unreadable', { generation: wire.generation, at })
  apply(run, { kind: 'tick' })
}

function take<Item, Context>(
  run: Run<Item, Context>,
  wire: Wire,
  heard: Heard<Item>,
  arrival: Arrival,
  apply: Apply,
): void {
  switch (heard.kind) {
    case 'items':
      return takeItems(run, wire, heard.items, arrival, apply)
    case 'resync':
      takeItems(run, wire, heard.items, arrival, apply)
      return run.hooks.onResync(heard.why, arrival)
    case 'heartbeat':
      return noteAnswer(run, wire)
    case 'ignored':
      return noteIgnored(run, heard.what)
    default:
      return apply(run, { ...heard, line: wire.line })
  }
}

function takeItems<Item, Context>(
  run: Run<Item, Context>,
  wire: Wire,
  items: readonly Item[],
  arrival: Arrival,
  apply: Apply,
): void {
  wire.itemAt = wire.heardAt
  run.hooks.onItems(items, arrival)
  if (mainOf(run.state)?.muteSince != null) apply(run, { kind: 'tick' })
}

function stir<Item, Context>(run: Run<Item, Context>, wire: Wire): number {
  wire.heardAt = run.ports.clock.monotonic()
  wire.fresh = true
  run.lastHeardAt = run.ports.clock.now()
  return run.lastHeardAt
}

function noteAnswer<Item, Context>(run: Run<Item, Context>, wire: Wire): void {
  if (wire.pingedAt === null) return
  run.roundTripMs = Math.round(wire.heardAt - wire.pingedAt)
  wire.pingedAt = null
}

/** A line under proof shows at once that it was heard. */
function noteProof<Item, Context>(run: Run<Item, Context>, apply: Apply): void {
  if (mainOf(run.state)?.proveBy != null) apply(run, { kind: 'tick' })
}

function noteIgnored<Item, Context>(run: Run<Item, Context>, what: string): void {
  if (run.ignored.has(what) || run.ignored.size >= MOST_IGNORED_NAMES) return
  run.ignored.add(what)
  run.log.info('frames of a kind are ignored', { what })
}

function takeEnd<Item, Context>(run: Run<Item, Context>, wire: Wire, end: SocketEnd, apply: Apply): void {
  run.wires.delete(wire.line)
  apply(run, { kind: 'closed', line: wire.line, why: closedBy(run.options.feed.name, end) })
}
