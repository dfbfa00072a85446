import type { Beat, Heart } from '../../engine/ports/heart.ts'
import type { Http, HttpAnswer } from '../../engine/ports/http.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { readAddress, type Address } from '../http/address.ts'

const TIMEOUT_MS = 15_000
/** Receivers that only take a GET answer a POST so. */
const NO_POST: ReadonlySet<number> = new Set([405, 501])

/**
 * Sends beats to an address of the user's: any 2xx takes one. What is posted is plain text, which ping services keep
 * and ntfy shows as a quiet message; https://:TOKEN@host/… sends the token as a bearer's, as another Tidemark asks it.
 */
export function createHeart(text: string, http: Http): Result<Heart> {
  const read = readAddress(text, 'private')
  if (!read.ok) return fail(refusal(read.problem, read.host))
  const { address } = read
  const { host } = address

  async function beat(said: Beat): Promise<Result<null>> {
    const posted = await http.send({ method: 'POST', ...requestOf(address, said), body: said.text })
    const again = posted.kind === 'answer' && NO_POST.has(posted.status)
    const answer = again ? await http.send({ method: 'GET', ...requestOf(address, said) }) : posted
    const reason = reasonOf(answer)
    if (reason === null) return ok(null)
    return fail({ code: 'unavailable', sentence: sentence('heartbeat.failed', { host, reason }) })
  }

  return ok({ host, beat })
}

function requestOf({ url, authorization }: Address, { everyMs }: Beat) {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'tidemark-every': String(Math.round(everyMs / 1000)),
    // ntfy: no sound, no banner. Docs: https://docs.ntfy.sh/publish/#message-priority
    'x-priority': 'min',
    ...(authorization === null ? {} : { authorization: bearerOf(authorization) }),
  }
  return { url, headers, timeoutMs: TIMEOUT_MS }
}

/** A password without a user is a token. */
function bearerOf(authorization: string): string {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8')
  return pair.startsWith(':') ? `Bearer ${pair.slice(1)}` : authorization
}

/** Null where the beat was taken. Nothing of what the receiver says is repeated. */
function reasonOf(answer: HttpAnswer): string | null {
  if (answer.kind === 'answer') return answer.status >= 200 && answer.status < 300 ? null : `HTTP ${answer.status}`
  const { id, values } = answer.failure.sentence
  return values['reason'] || values['kind'] || id.replace(/^network\./, '')
}

function refusal(problem: 'not-an-address' | 'not-encrypted', host: string) {
  const said =
    problem === 'not-an-address' ? sentence('heartbeat.no-address') : sentence('heartbeat.bad-address', { host })
  return { code: 'invalid', field: 'address', sentence: said } as const
}
