import type { Clock } from '../engine/ports/clock.ts'
import type { HttpAnswer } from '../engine/ports/http.ts'
import { assertNever, type Failure } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import type { Reach } from './create-world.ts'
import type { Answer, Face } from './face.ts'
import type { VenueName } from './market/contract.ts'
import type { RestDesk } from './rest-desk.ts'
import type { IncomingRequest } from './simulator.ts'

export interface FaceEntry {
  readonly venue: VenueName
  readonly face: Face
}

export interface Counter {
  readonly clock: Clock
  readonly faces: readonly FaceEntry[]
  readonly reach: Pick<Reach, 'state'>
  readonly rest: RestDesk
}

/** Finds the face of a path and lets the current faults have their way with its answer. */
export function answer({ clock, faces, reach, rest }: Counter, request: IncomingRequest): Promise<HttpAnswer> {
  if (reach.state() === 'offline') return Promise.resolve(broken())
  const path = request.target.split('?', 1)[0] ?? request.target
  const found = faces.find(({ face }) => face.serves(path))
  if (found === undefined) return Promise.resolve(told({ status: 404, headers: {}, body: 'Not found' }))
  const { face, venue } = found
  const fault = rest.take(venue, path)
  switch (fault?.kind) {
    case undefined:
      return Promise.resolve(told(face.respond(request, 'truth')))
    case 'empty-list':
      return Promise.resolve(told(face.respond(request, 'empty-list')))
    case 'refuse':
      return Promise.resolve(told(face.refuse(fault.trouble, request)))
    case 'broken':
      return Promise.resolve(broken())
    case 'timeout':
      return new Promise(() => undefined)
    case 'slow':
      // Read now, told later: the answer is as old as it is late.
      return later(clock, fault.ms, told(face.respond(request, 'truth')))
    default:
      return assertNever(fault)
  }
}

function told(given: Answer): HttpAnswer {
  return { kind: 'answer', ...given }
}

function broken(): HttpAnswer {
  const values = { host: 'simulator', reason: 'ECONNRESET' }
  const failure: Failure = { code: 'unavailable', sentence: sentence('network.unreachable', values) }
  return { kind: 'failed', failure }
}

function later(clock: Clock, ms: number, given: HttpAnswer): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    clock.after(ms, () => resolve(given))
  })
}
