import { assertNever } from '../../shared/result.ts'
import { opened, progress, welcomed } from './advance.ts'
import { connect, lose, refuse, restart, stop } from './dial.ts'
import { expireDue } from './expire.ts'
import { networkChanged } from './network.ts'
import { ticketRenewed } from './reasons.ts'
import type { Input, Line, Moment, Script, SessionState } from './state.ts'
import { change, lineOf, linesOf, putLine, type Scene, type Step } from './step.ts'
import { issued, kept, notIssued, notKept } from './tickets.ts'
import { answered, converse, withoutTopics } from './topics.ts'

/**
 * The whole life of one stream as a pure function: connect, log in, subscribe, stay alive, rotate, and begin again.
 * Whatever went wrong, the way back is the way in.
 */
export function step(state: SessionState, input: Input, script: Script, moment: Moment): Step {
  const scene: Scene = { script, moment }
  return expireDue(take({ state, commands: [] }, input, scene), scene)
}

function take(now: Step, input: Input, scene: Scene): Step {
  switch (input.kind) {
    case 'start':
      return now.state.mode.kind === 'idle' ? connect(now, scene) : now
    case 'stop':
      return stop(now)
    case 'restart':
      return takeRestart(now, input, scene)
    case 'network':
      return networkChanged(now, input.change, scene)
    case 'want':
    case 'unwant':
      return takeWish(now, input, scene)
    case 'ticket':
      return issued(now, input.ticket, scene)
    case 'no-ticket':
      return notIssued(now, input.failure, scene)
    case 'kept':
      return kept(now, input.ticket, scene)
    case 'not-kept':
      return notKept(now, input.failure, scene)
    case 'tick':
      return now
    default:
      return takeOfLine(now, input, scene)
  }
}

type OfLine = Extract<Input, { readonly line: number }>

function takeOfLine(now: Step, input: OfLine, scene: Scene): Step {
  const line = lineOf(now.state, input.line)
  if (line === null) return input.kind === 'closed' ? oldClosed(now, input.line) : now
  switch (input.kind) {
    case 'alive':
      return alive(now, line, input)
    case 'opened':
      return line.phase === 'connecting' ? opened(now, line, scene) : now
    case 'welcomed':
      return welcomed(now, line, scene)
    case 'refused':
      return input.failure.terminal === true ? refuse(now, input.failure) : doubted(now, line, input, scene)
    case 'subscribed':
      return afterAnswer(putLine(now, answered(line, input.id)), line, scene)
    case 'unsubscribable':
      return takeUnsubscribable(now, line, input, scene)
    case 'ticket-expired':
      return restart(now, ticketRenewed(scene.script.name), 'at-once', scene)
    case 'closed':
      return lose(now, line, input.why, scene)
    default:
      return assertNever(input)
  }
}

function takeRestart(now: Step, input: Extract<Input, { kind: 'restart' }>, scene: Scene): Step {
  const { kind } = now.state.mode
  if (kind === 'idle') return now
  // A moved clock cannot cure a refused key; only the user's own restart may try it again.
  if (kind === 'refused' && input.promptly === 'with-jitter') return now
  const again = restart(now, input.why, input.promptly, scene)
  return input.promptly === 'at-once' ? change(again, { dead: new Set() }) : again
}

function takeWish(now: Step, input: Extract<Input, { kind: 'want' | 'unwant' }>, scene: Scene): Step {
  const wanted = new Set(now.state.wanted)
  const dead = new Set(now.state.dead)
  for (const topic of input.topics) {
    if (input.kind === 'want') wanted.add(topic)
    else if (wanted.delete(topic)) dead.delete(topic)
  }
  const wished = change(now, { wanted, dead })
  return linesOf(wished.state).reduce((step, line) => afterAnswer(step, line, scene), wished)
}

function takeUnsubscribable(
  now: Step,
  line: Line,
  input: Extract<Input, { kind: 'unsubscribable' }>,
  scene: Scene,
): Step {
  if (input.topics.length === 0) return lose(now, line, input.failure, scene)
  const dead = new Set([...now.state.dead, ...input.topics])
  const known = withoutTopics(answered(line, input.id), input.topics)
  return afterAnswer(change(putLine(now, known), { dead }), line, scene)
}

function afterAnswer(now: Step, line: Line, scene: Scene): Step {
  return progress(converse(now, line.line, scene), line.line, scene)
}

/** A login refused for a passing reason, most often the time in it, so the clock is measured before the next one. */
function doubted(now: Step, line: Line, input: Extract<Input, { kind: 'refused' }>, scene: Scene): Step {
  return change(lose(now, line, input.failure, scene), {}, { kind: 'measure-clock' })
}

function alive(now: Step, line: Line, { heardAt, itemAt }: Extract<Input, { kind: 'alive' }>): Step {
  const heard = { ...line, heardAt, itemAt, answered: true, proveBy: null }
  if (line.muteSince === null || itemAt <= line.itemAt) return putLine(now, heard)
  return change(putLine(now, { ...heard, muteSince: null }), { problem: null })
}

function oldClosed(now: Step, line: number): Step {
  return now.state.old?.line === line ? change(now, { old: null }) : now
}
