import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

export const FEED_VARIABLE = 'TIDEMARK_UPDATE_URL'

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/**
 * The feed that the environment puts in the place of the built-in one, or null. Unencrypted only on this computer:
 * whoever sits between would choose what is offered.
 */
export function readFeedAddress(environment: Readonly<Record<string, string | undefined>>): Result<string | null> {
  const value = environment[FEED_VARIABLE]?.trim() ?? ''
  if (value === '') return ok(null)
  const url = URL.parse(value)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname))) return ok(value)
  return fail({ code: 'invalid', sentence: sentence('update.bad-address', { variable: FEED_VARIABLE }) })
}
