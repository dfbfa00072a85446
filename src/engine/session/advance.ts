import type { Line } from './state.ts'
import { change, lineOf, mainOf, putLine, type Scene, type Step } from './step.ts'
import { converse, noteSent, settled } from './topics.ts'

/** The steps a line takes upwards: opened, welcomed, every topic confirmed. */

export function opened(step: Step, line: Line, scene: Scene): Step {
  const { at } = scene.moment
  const next: Line = noteSent(
    { ...line, phase: 'authenticating', since: at, heardAt: at, heartbeatAt: at, proveBy: null },
    at,
  )
  return putLine(step, next, { kind: 'login', line: line.line })
}

export function welcomed(step: Step, line: Line, scene: Scene): Step {
  if (line.phase !== 'authenticating') return step
  const next: Line = { ...line, phase: 'subscribing', since: scene.moment.at }
  return progress(converse(putLine(step, next), line.line, scene), line.line, scene)
}

/** Lifts a line to `up` once it has everything it was asked to have. */
export function progress(step: Step, number: number, scene: Scene): Step {
  const line = lineOf(step.state, number)
  if (line === null || line.phase !== 'subscribing' || !settled(step.state, line)) return step
  const { at } = scene.moment
  const up: Line = { ...line, phase: 'up', since: at, itemAt: at, muteSince: null }
  return step.state.spare?.line === number ? takeOver(step, up, scene) : cameUp(putLine(step, up), up)
}

/** The spare is up, so the former main line only fades out; whatever both deliver is harmless twice. */
function takeOver(step: Step, spare: Line, scene: Scene): Step {
  const former = mainOf(step.state)
  const old = former === null ? null : { line: former.line, until: scene.moment.at + scene.script.pace.overlap }
  return cameUp(change(step, { mode: { kind: 'dialled', main: spare }, spare: null, old }), spare)
}

function cameUp(step: Step, line: Line): Step {
  return change(step, { everUp: true, problem: null }, { kind: 'tell-up', line: line.line })
}
