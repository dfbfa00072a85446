import type { Clock } from '../engine/ports/clock.ts'
import type { LineFault } from './faults.ts'
import { createFaultySender } from './faulty-sender.ts'
import type { FrameKind } from './line-faults.ts'
import { createLineRules, matches } from './line-rules.ts'
import type { Line, LineChoice, LineIdentity, Lines } from './lines.ts'
import type { Peer } from './simulator.ts'

/** How the exchange ends a connection: with a close frame, or by vanishing. */
export type LineEnd =
  { readonly kind: 'close'; readonly code: number; readonly reason: string } | { readonly kind: 'abrupt' }

export interface LineFaultWish {
  readonly choice: LineChoice
  readonly fault: LineFault
  readonly frames: number
  readonly reach: 'open-now' | 'also-new'
}

/** The lines with what the control surface may do to them. Each answers how many lines it met. */
export interface LineDesk extends Lines {
  drop(choice: LineChoice, end: LineEnd): number
  spoil(wish: LineFaultWish): number
  /** Puts a text on the wire that no face would send. */
  say(choice: LineChoice, text: string): number
  /** Takes every fault away. */
  heal(): void
  setOpen(state: 'open' | 'refusing'): void
  /** A client's protocol-level ping came: answered like every heartbeat, or not. */
  stir(peer: Peer): void
}

interface Entry {
  readonly number: number
  readonly identity: LineIdentity
  readonly peer: Peer
  readonly line: Line
}

export function createLines(clock: Clock): LineDesk {
  const entries = new Map<number, Entry>()
  const rules = createLineRules()
  let refusing = false
  let opened = 0
  const chosen = (choice: LineChoice): readonly Entry[] =>
    [...entries.values()].filter(({ identity }) => matches(choice, identity))
  return {
    open: (identity, peer, onEnd) => {
      if (refusing) return null
      const number = (opened += 1)
      const faultFor = (kind: FrameKind): LineFault | null => rules.take(number, identity, kind)
      const leave = (): boolean => entries.delete(number)
      const line = createLine({ clock, number, peer, faultFor, leave, onEnd })
      entries.set(number, { number, identity, peer, line })
      return line
    },
    count: (choice) => chosen(choice).length,
    drop: (choice, how) => forEach(chosen(choice), ({ line }) => endLine(line, how)),
    spoil: ({ choice, fault, frames, reach }) => {
      const met = chosen(choice)
      const only = reach === 'also-new' ? null : new Set(met.map(({ number }) => number))
      rules.add({ choice, fault, frames, only })
      return met.length
    },
    say: (choice, text) => forEach(chosen(choice), ({ peer }) => peer.send(text)),
    heal: () => rules.clear(),
    setOpen: (state) => {
      refusing = state === 'refusing'
    },
    stir: (peer) => [...entries.values()].find((entry) => entry.peer === peer)?.line.ping(),
  }
}

interface LineParts {
  readonly clock: Clock
  readonly number: number
  readonly peer: Peer
  faultFor(kind: FrameKind): LineFault | null
  /** False: it had left before. */
  leave(): boolean
  onEnd(): void
}

function createLine({ clock, number, peer, faultFor, leave, onEnd }: LineParts): Line {
  const sender = createFaultySender(clock, (text) => peer.send(text))
  let over = false
  const end = (act: () => void): void => {
    if (!leave()) return
    over = true
    sender.stop()
    onEnd()
    act()
  }
  return {
    number,
    send: (text, kind) => {
      if (!over) sender.send(text, faultFor(kind))
    },
    ping: () => {
      if (!over && faultFor('heartbeat') === null) peer.ping()
    },
    close: (code, reason) => end(() => peer.close(code, reason)),
    terminate: () => end(() => peer.terminate()),
    ended: () => end(() => undefined),
  }
}

function endLine(line: Line, how: LineEnd): void {
  if (how.kind === 'abrupt') line.terminate()
  else line.close(how.code, how.reason)
}

function forEach(entries: readonly Entry[], run: (entry: Entry) => void): number {
  entries.forEach(run)
  return entries.length
}
