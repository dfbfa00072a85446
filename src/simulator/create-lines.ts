import type { Clock } from '../engine/ports/clock.ts'
import type { LineFault } from './faults.ts'
import { createFaultySender } from './faulty-sender.ts'
import { touches, type FrameKind, type LineRule } from './line-faults.ts'
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
  let rules: readonly LineRule[] = []
  let refusing = false
  let opened = 0

  const chosen = (choice: LineChoice): readonly Entry[] =>
    [...entries.values()].filter(({ identity }) => matches(choice, identity))

  const faultFor = (number: number, identity: LineIdentity, kind: FrameKind): LineFault | null => {
    const rule = rules.find((each) => meets(each, number, identity) && touches(each.fault, kind))
    if (rule === undefined) return null
    rules = rules.flatMap((each) => (each === rule ? spent(each) : [each]))
    return rule.fault
  }

  const open: Lines['open'] = (identity, peer, onEnd) => {
    if (refusing) return null
    const number = (opened += 1)
    const sender = createFaultySender(clock, (text) => peer.send(text))
    const over = (): boolean => !entries.has(number)
    const end = (act: () => void): void => {
      if (!entries.delete(number)) return
      sender.stop()
      onEnd()
      act()
    }
    const line: Line = {
      number,
      send: (text, kind) => {
        if (!over()) sender.send(text, faultFor(number, identity, kind))
      },
      ping: () => {
        if (!over() && faultFor(number, identity, 'heartbeat') === null) peer.ping()
      },
      close: (code, reason) => end(() => peer.close(code, reason)),
      terminate: () => end(() => peer.terminate()),
      ended: () => end(() => undefined),
    }
    entries.set(number, { number, identity, peer, line })
    return line
  }

  return {
    open,
    count: (choice) => chosen(choice).length,
    drop: (choice, how) => {
      const dropped = chosen(choice)
      for (const { line } of dropped) {
        if (how.kind === 'abrupt') line.terminate()
        else line.close(how.code, how.reason)
      }
      return dropped.length
    },
    spoil: ({ choice, fault, frames, reach }) => {
      const met = chosen(choice)
      const only = reach === 'also-new' ? null : new Set(met.map(({ number }) => number))
      rules = [...rules, { choice, fault, frames, only }]
      return met.length
    },
    say: (choice, text) => {
      const met = chosen(choice)
      for (const { peer } of met) peer.send(text)
      return met.length
    },
    heal: () => {
      rules = []
    },
    setOpen: (state) => {
      refusing = state === 'refusing'
    },
    stir: (peer) => [...entries.values()].find((entry) => entry.peer === peer)?.line.ping(),
  }
}

function spent(rule: LineRule): readonly LineRule[] {
  return rule.frames > 1 ? [{ ...rule, frames: rule.frames - 1 }] : []
}

function meets(rule: LineRule, number: number, identity: LineIdentity): boolean {
  return (rule.only === null || rule.only.has(number)) && matches(rule.choice, identity)
}

function matches(choice: LineChoice, identity: LineIdentity): boolean {
  if (choice.venue !== undefined && choice.venue !== identity.venue) return false
  if (choice.stream !== undefined && choice.stream !== identity.stream) return false
  return choice.account === undefined || identity.accounts().includes(choice.account)
}
