import type { Failure } from '../../shared/result.ts'
import type { Ticket } from '../ports/feed.ts'
import { keepBackoff } from './backoff.ts'
import { dial, refuse, restart, wait } from './dial.ts'
import { ticketRenewed } from './reasons.ts'
import { change, type Scene, type Step } from './step.ts'

/** The ticket a feed is dialled with: fetched for every connection, kept alive while connected. */

export function issued(step: Step, ticket: Ticket, scene: Scene): Step {
  if (step.state.mode.kind !== 'ticketing') return step
  return dial(change(step, { ticket, ...nextKeep(scene) }), scene)
}

export function notIssued(step: Step, failure: Failure, scene: Scene): Step {
  if (step.state.mode.kind !== 'ticketing') return step
  if (failure.terminal === true) return refuse(step, failure)
  return wait(change(step, { problem: failure }), failure.retryAfterMs ?? 0, scene)
}

/** Another ticket than the one we dialled with: that connection is deaf, however well it answers heartbeats. */
export function kept(step: Step, ticket: Ticket, scene: Scene): Step {
  if (step.state.ticket === null || step.state.mode.kind !== 'dialled') return step
  if (ticket.text === step.state.ticket.text) return change(step, nextKeep(scene))
  return restart(step, ticketRenewed(scene.script.name), 'at-once', scene)
}

export function notKept(step: Step, failure: Failure, scene: Scene): Step {
  if (step.state.ticket === null || step.state.mode.kind !== 'dialled') return step
  if (failure.terminal === true) return refuse(step, failure)
  const { keepFailures } = step.state
  const asked = failure.retryAfterMs ?? 0
  const keepAt = scene.moment.at + Math.max(asked, keepBackoff(keepFailures))
  return change(step, { keepAt, keepFailures: keepFailures + 1 })
}

function nextKeep({ script, moment }: Scene): { readonly keepAt: number | null; readonly keepFailures: number } {
  return { keepAt: script.keepEvery === null ? null : moment.at + script.keepEvery, keepFailures: 0 }
}
