import { assertNever } from '../../../shared/result.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Answer } from '../../face.ts'
import type { RestTrouble } from '../../faults.ts'
import { jsonAnswer } from './json-answer.ts'
import { refusals } from './refusal.ts'

const PAGE =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>The request could not be satisfied</h1></body></html>'
const BAN = 120_000
const PAUSE_S = 60

/** How this venue words each trouble the control surface can order. `now` dates the end of a ban. */
export function troubleAnswer(trouble: RestTrouble, address: string, now: Time): Answer {
  switch (trouble.kind) {
    case 'status':
      return statusAnswer(trouble.status, address, now)
    case 'html':
      return page(trouble.status)
    case 'code':
      return codeAnswer(trouble.code, trouble.message)
    default:
      return assertNever(trouble)
  }
}

/** 429, with the number of seconds to wait. */
export function limitedAnswer(limit: number, retryAfterS: number): Answer {
  const msg = `Too many requests; current limit of IP is ${limit} requests per minute. Please use the websocket for live updates to avoid polling the API.`
  return coded(429, -1003, msg, { 'retry-after': String(retryAfterS) })
}

/** 418; the message carries the end of the ban in epoch milliseconds. */
export function bannedAnswer(address: string, until: Time, now: Time): Answer {
  const msg = `Way too many requests; IP(${address}) banned until ${until}. Please use the websocket for live updates to avoid bans.`
  return coded(418, -1003, msg, { 'retry-after': String(Math.ceil((until - now) / 1000)) })
}

function statusAnswer(status: Extract<RestTrouble, { kind: 'status' }>['status'], address: string, now: Time): Answer {
  switch (status) {
    case 403:
      return page(403)
    case 418:
      return bannedAnswer(address, now + BAN, now)
    case 429:
      return limitedAnswer(2400, PAUSE_S)
    case 451:
      return coded(
        451,
        0,
        "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms.",
      )
    case 500:
      return coded(500, -1000, 'Internal error; unable to process your request. Please try again.')
    case 502:
      return page(502)
    case 503:
      return coded(503, -1001, 'Service Unavailable.')
    default:
      return assertNever(status)
  }
}

/** Key troubles are 401, throttling is 429 or 503, everything else this venue says with 400. */
function codeAnswer(code: number, message: string | null): Answer {
  const known = Object.values(refusals).find((each) => each.code === code)
  const status = known?.status ?? STATUS_OF[code] ?? 400
  return coded(status, code, message ?? known?.message ?? MESSAGE_OF[code] ?? 'Request refused.')
}

const STATUS_OF: Readonly<Record<number, number>> = { [-1002]: 401, [-1003]: 429, [-1007]: 408, [-1008]: 503 }
const MESSAGE_OF: Readonly<Record<number, string>> = {
  [-1003]: 'Too many requests; current limit is 2400 requests per minute.',
  [-1007]: 'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
  [-1008]: 'Request throttled by system-level protection. Reduce-only/close-position orders are exempt.',
  [-1016]: 'This service is no longer available.',
}

function page(status: number): Answer {
  return { status, headers: { 'content-type': 'text/html' }, body: PAGE }
}

function coded(status: number, code: number, msg: string, more: Readonly<Record<string, string>> = {}): Answer {
  return jsonAnswer(status, { code, msg }, more)
}
