import type { Line, Script, SessionState } from './state.ts'
import { linesOf, mainOf } from './step.ts'
import { nextSendAt } from './topics.ts'

/** Something that happens of itself at a moment, unless something else happens first. */
export type Deadline = { readonly at: number } & (
  | { readonly kind: 'dial' | 'close-old' | 'keep' | 'rotate' }
  | { readonly kind: 'not-connected' | 'unanswered' | 'silent' | 'mute' | 'too-long-mute'; readonly line: Line }
  | { readonly kind: 'heartbeat' | 'send' | 'forget-questions'; readonly line: Line }
)

/** A quiet market is possible, a dead stream more likely: after this long without an item it is dialled anew. */
const MUTE_PATIENCE_MS = 60_000

/** The earliest deadline; null when nothing is awaited. */
export function nextDeadline(state: SessionState, script: Script): Deadline | null {
  let earliest: Deadline | null = null
  for (const deadline of deadlines(state, script))
    if (earliest === null || deadline.at < earliest.at) earliest = deadline
  return earliest
}

function deadlines(state: SessionState, script: Script): readonly Deadline[] {
  const { mode, old, keepAt } = state
  return [
    ...(mode.kind === 'waiting' ? [{ kind: 'dial', at: mode.until } as const] : []),
    ...(old === null ? [] : [{ kind: 'close-old', at: old.until } as const]),
    ...(keepAt === null ? [] : [{ kind: 'keep', at: keepAt } as const]),
    ...rotation(state),
    ...linesOf(state).flatMap((line) => (line.phase === 'connecting' ? connecting(line, script) : open(line, script))),
  ]
}

function rotation(state: SessionState): readonly Deadline[] {
  const main = mainOf(state)
  if (main === null || main.phase !== 'up' || main.rotateAt === null) return []
  if (state.spare !== null || state.old !== null) return []
  return [{ kind: 'rotate', at: Math.max(main.rotateAt, state.spareAfter) }]
}

function connecting(line: Line, script: Script): readonly Deadline[] {
  return [{ kind: 'not-connected', line, at: proved(line, line.since + script.pace.connectWithin) }]
}

function open(line: Line, script: Script): readonly Deadline[] {
  const { pace } = script
  const sendAt = nextSendAt(line, pace.messagesPerSecond)
  return [
    ...(line.phase === 'authenticating'
      ? [{ kind: 'unanswered', line, at: proved(line, line.since + pace.answerWithin) } as const]
      : []),
    ...(sendAt === null ? [] : [{ kind: 'send', line, at: sendAt } as const]),
    ...answers(line, pace.answerWithin),
    line.answered
      ? { kind: 'heartbeat', line, at: line.heartbeatAt + pace.heartbeatEvery }
      : { kind: 'silent', line, at: proved(line, line.heartbeatAt + pace.heartbeatWithin) },
    ...muteness(line, pace.itemsWithin),
  ]
}

/** A line whose network changed has to answer sooner. */
function proved({ proveBy }: Line, at: number): number {
  return proveBy === null ? at : Math.min(at, proveBy)
}

function answers(line: Line, within: number): readonly Deadline[] {
  return line.questions.flatMap(({ askedAt, kind }): readonly Deadline[] => {
    if (askedAt === null) return []
    return [{ kind: kind === 'subscribe' ? 'unanswered' : 'forget-questions', line, at: askedAt + within }]
  })
}

function muteness(line: Line, within: number | null): readonly Deadline[] {
  if (within === null || line.phase !== 'up' || line.asked.size === 0) return []
  if (line.muteSince === null) return [{ kind: 'mute', line, at: line.itemAt + within }]
  return [{ kind: 'too-long-mute', line, at: line.muteSince + Math.max(MUTE_PATIENCE_MS, 3 * within) }]
}
