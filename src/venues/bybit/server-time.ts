import type { Plan } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok } from '../../shared/result.ts'
import { read, unreadable } from './failures.ts'
import { publicRead } from './reads.ts'
import { serverTimeResult } from './wire-rest.ts'

const PATH = '/v5/market/time'

/** The exchange's clock in epoch milliseconds. Docs: https://bybit-exchange.github.io/docs/v5/market/time */
export function* serverTime(): Plan<Time> {
  const [outcome] = yield [publicRead(PATH)]
  if (outcome?.kind !== 'payload') return fail(outcome?.failure ?? unreadable(PATH))
  const time = read(serverTimeResult, outcome.payload, PATH)
  // Nanoseconds do not fit a number; their leading digits, which are milliseconds, do.
  return time.ok ? ok(Number(time.value.timeNano.slice(0, -6))) : time
}
