import type { Plan } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { serverTimeRead } from './reads.ts'
import { serverTime } from './wire-market.ts'

export function* serverTimePlan(): Plan<Time> {
  const answer = yield* ask(serverTimeRead(), serverTime)
  return answer.ok ? ok(answer.value.serverTime) : answer
}
