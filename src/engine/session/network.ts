import type { NetworkChange } from '../ports/machine.ts'
import { connect } from './dial.ts'
import type { Line } from './state.ts'
import { change, linesOf, putLine, type Scene, type Step } from './step.ts'
import { noteSent } from './topics.ts'

/** Long enough for an answer from the far side of the earth over a bad line; a dead line must not look alive longer. */
export const PROVE_WITHIN_MS = 4000
/** Everything that waited for the network comes back within this, not all at once. */
export const RETURN_WITHIN_MS = 2000

/**
 * The network under the connection is gone, back or another one. A line that is there may have died without a word,
 * so it has to prove itself; one that waits to be dialled need not wait longer than the exchange asked for.
 */
export function networkChanged(step: Step, what: NetworkChange, scene: Scene): Step {
  const proving = linesOf(step.state).reduce((now, line) => prove(now, line, scene), step)
  return what === 'gone' ? proving : comeBack(proving, scene)
}

/** An earlier heartbeat that is still unanswered keeps its own deadline, so that no flutter keeps a dead line alive. */
function prove(step: Step, line: Line, { moment: { at } }: Scene): Step {
  const asked: Line = { ...line, proveBy: at + PROVE_WITHIN_MS }
  if (line.phase === 'connecting' || line.phase === 'authenticating') return putLine(step, asked)
  const heartbeatAt = line.answered ? at : line.heartbeatAt
  const sent = noteSent({ ...asked, heartbeatAt, answered: false }, at)
  return putLine(step, sent, { kind: 'heartbeat', line: line.line })
}

/** What failed before says nothing of the network that is there now: a line that dies of the old one is dialled soon. */
function comeBack(step: Step, scene: Scene): Step {
  const anew = change(step, { attempts: 0 })
  const { mode } = anew.state
  const { at, chance } = scene.moment
  if (mode.kind === 'ticketing') return connect(anew, scene)
  if (mode.kind !== 'waiting') return anew
  const until = Math.max(mode.notBefore, Math.min(mode.until, at + chance * RETURN_WITHIN_MS))
  return change(anew, { mode: { ...mode, until } })
}
