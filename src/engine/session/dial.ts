import type { Failure } from '../../shared/result.ts'
import { backoff, HEALTHY_MS } from './backoff.ts'
import type { Command, Line } from './state.ts'
import { change, linesOf, mainOf, type Scene, type Step } from './step.ts'

/** Opens the main connection, fetching a ticket first where the feed needs one. */
export function connect(step: Step, scene: Scene): Step {
  if (scene.script.keepEvery !== null) return change(step, { mode: { kind: 'ticketing' } }, { kind: 'issue-ticket' })
  return dial(step, scene)
}

export function dial(step: Step, scene: Scene): Step {
  const main = newLine(step.state.nextLine, scene)
  const { ticket } = step.state
  const patch = { mode: { kind: 'dialled', main } as const, nextLine: main.line + 1 }
  return change(step, patch, { kind: 'open', line: main.line, ticket })
}

/** Opens the connection that will replace the main one. */
export function dialSpare(step: Step, scene: Scene): Step {
  const spare = newLine(step.state.nextLine, scene)
  const { ticket } = step.state
  return change(step, { spare, nextLine: spare.line + 1 }, { kind: 'open', line: spare.line, ticket })
}

/** A line failed. The spare steps in for the main one where there is one; else a new connection follows after a wait. */
export function lose(step: Step, line: Line, why: Failure, scene: Scene): Step {
  const dropped = change(step, {}, { kind: 'terminate', line: line.line })
  if (dropped.state.spare?.line === line.line) return loseSpare(dropped, scene)
  const told = tellDown(dropped, line, why)
  const counted = change(told, { attempts: attemptsAfter(told, line, scene), problem: why })
  const { spare } = counted.state
  if (spare !== null) return change(counted, { mode: { kind: 'dialled', main: spare }, spare: null })
  return wait(dropOld(counted), why.retryAfterMs ?? 0, scene)
}

/** Drops everything and begins again, at once or a moment later. */
export function restart(step: Step, why: Failure, promptly: 'at-once' | 'with-jitter', scene: Scene): Step {
  const main = mainOf(step.state)
  const dropped = dropAll(step, 'terminate')
  const told = change(main === null ? dropped : tellDown(dropped, main, why), { problem: why, attempts: 0 })
  return promptly === 'at-once' ? connect(told, scene) : wait(told, 0, scene)
}

/** Trying again cannot help: everything is closed until the user acts. */
export function refuse(step: Step, why: Failure): Step {
  const main = mainOf(step.state)
  const dropped = dropAll(step, 'close')
  const told = main === null ? dropped : tellDown(dropped, main, why)
  return change(told, { mode: { kind: 'refused' }, problem: why, keepAt: null })
}

export function stop(step: Step): Step {
  return change(dropAll(step, 'close'), { mode: { kind: 'idle' }, problem: null, attempts: 0, everUp: false })
}

export function wait(step: Step, askedMs: number, scene: Scene): Step {
  const { attempts } = step.state
  const { at, chance } = scene.moment
  const until = at + backoff(attempts, chance, askedMs)
  const mode = { kind: 'waiting', until, notBefore: at + askedMs } as const
  return change(step, { mode, attempts: attempts + 1, keepAt: null })
}

function loseSpare(step: Step, scene: Scene): Step {
  const spareAfter = scene.moment.at + HEALTHY_MS + backoff(step.state.attempts + 3, scene.moment.chance, 0)
  return change(step, { spare: null, spareAfter, attempts: step.state.attempts + 1 })
}

function attemptsAfter(step: Step, line: Line, scene: Scene): number {
  const healthy = line.phase === 'up' && scene.moment.at - line.since >= HEALTHY_MS && line.muteSince === null
  return healthy ? 0 : step.state.attempts
}

function tellDown(step: Step, line: Line, why: Failure): Step {
  if (line.phase !== 'up') return step
  return change(step, { reconnects: step.state.reconnects + 1 }, { kind: 'tell-down', why })
}

function dropOld(step: Step): Step {
  const { old } = step.state
  return old === null ? step : change(step, { old: null }, { kind: 'close', line: old.line })
}

function dropAll(step: Step, how: 'close' | 'terminate'): Step {
  const commands = linesOf(step.state).map((line): Command => ({ kind: how, line: line.line }))
  return dropOld(change(step, { spare: null, ticket: null, keepAt: null, keepFailures: 0 }, ...commands))
}

function newLine(line: number, { script, moment }: Scene): Line {
  const { rotateEvery } = script.pace
  return {
    line,
    phase: 'connecting',
    since: moment.at,
    rotateAt: rotateEvery === null ? null : moment.at + rotateEvery * (1 - moment.chance / 20),
    heardAt: moment.at,
    itemAt: moment.at,
    heartbeatAt: moment.at,
    answered: true,
    muteSince: null,
    proveBy: null,
    asked: new Set(),
    questions: [],
    outbox: [],
    sent: [],
  }
}
