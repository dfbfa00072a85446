import { assertNever } from '../../shared/result.ts'
import { connect, dialSpare, lose } from './dial.ts'
import { nextDeadline, type Deadline } from './deadlines.ts'
import { mute, notConnected, silent, unanswered } from './reasons.ts'
import type { Line } from './state.ts'
import { change, putLine, type Scene, type Step } from './step.ts'
import { progress } from './advance.ts'
import { converse, noteSent } from './topics.ts'

/** Works off every deadline that has passed, the earliest first. */
export function expireDue(step: Step, scene: Scene): Step {
  let current = step
  for (;;) {
    const deadline = nextDeadline(current.state, scene.script)
    if (deadline === null || deadline.at > scene.moment.at) return current
    current = expire(current, deadline, scene)
  }
}

function expire(step: Step, deadline: Deadline, scene: Scene): Step {
  const { name, pace } = scene.script
  switch (deadline.kind) {
    case 'dial':
      return connect(step, scene)
    case 'close-old':
      return closeOld(step)
    case 'keep':
      return keep(step)
    case 'rotate':
      return dialSpare(step, scene)
    case 'heartbeat':
      return heartbeat(step, deadline.line, scene)
    case 'send':
      return progress(converse(step, deadline.line.line, scene), deadline.line.line, scene)
    case 'forget-questions':
      return putLine(step, forgetful(deadline.line, scene))
    case 'mute':
      return fallMute(step, deadline.line, scene)
    case 'not-connected':
      return lose(step, deadline.line, notConnected(name, scene.moment.at - deadline.line.since), scene)
    case 'unanswered':
      return lose(step, deadline.line, unanswered(name, pace.answerWithin), scene)
    case 'silent':
      return lose(step, deadline.line, silent(name, scene.moment.at - deadline.line.heardAt), scene)
    case 'too-long-mute':
      return lose(step, deadline.line, mute(name, scene.moment.at - deadline.line.itemAt), scene)
    default:
      return assertNever(deadline)
  }
}

function closeOld(step: Step): Step {
  const { old } = step.state
  return old === null ? step : change(step, { old: null }, { kind: 'close', line: old.line })
}

function keep(step: Step): Step {
  const { ticket } = step.state
  return ticket === null
    ? change(step, { keepAt: null })
    : change(step, { keepAt: null }, { kind: 'keep-ticket', ticket })
}

function heartbeat(step: Step, line: Line, scene: Scene): Step {
  const { at } = scene.moment
  const next = noteSent({ ...line, heartbeatAt: at, answered: false }, at)
  return putLine(step, next, { kind: 'heartbeat', line: line.line })
}

function fallMute(step: Step, line: Line, { script, moment }: Scene): Step {
  const problem = mute(script.name, moment.at - line.itemAt)
  return change(putLine(step, { ...line, muteSince: moment.at }), { problem })
}

/** Some exchanges never confirm that a topic was left; nothing depends on it. */
function forgetful(line: Line, { script, moment }: Scene): Line {
  const over = (askedAt: number | null): boolean => askedAt !== null && askedAt + script.pace.answerWithin <= moment.at
  return { ...line, questions: line.questions.filter((one) => one.kind === 'subscribe' || !over(one.askedAt)) }
}
