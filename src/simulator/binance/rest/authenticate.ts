import type { Time } from '../../../shared/ids.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { readParameters, splitTarget, wholeNumber, type Parameters } from './parameters.ts'
import { missingParameter, refusals, type Refusal } from './refusal.ts'

/** The bytes of one request that matter for signing. */
export interface SignedRequest {
  readonly target: string
  readonly body: string
  readonly apiKey: string | null
}

/** The keys there are, and their signatures over the exact bytes received. */
export interface KeyRing<Key> {
  find(apiKey: string): Key | null
  verify(key: Key, payload: string, signature: string): boolean
}

const LONGEST_WINDOW = 60_000
const USUAL_WINDOW = 5000
const AHEAD = 1000
const KEY_FORMAT = /^[A-Za-z0-9-]{8,128}$/

/** The key behind a header, or why there is none. */
export function findKey<Key>(apiKey: string | null, ring: KeyRing<Key>): Result<Key, Refusal> {
  if (apiKey === null || !KEY_FORMAT.test(apiKey)) return fail(refusals.badKeyFormat)
  const key = ring.find(apiKey)
  return key === null ? fail(refusals.rejectedKey) : ok(key)
}

/** Header, mandatory parameters, key, clock, signature: in this order, each with the venue's own code. */
export function authenticate<Key>(
  request: SignedRequest,
  ring: KeyRing<Key>,
  now: Time,
): Result<{ readonly key: Key; readonly parameters: Parameters }, Refusal> {
  if (request.apiKey === null || !KEY_FORMAT.test(request.apiKey)) return fail(refusals.badKeyFormat)
  const { query } = splitTarget(request.target)
  const parameters = readParameters(query, request.body)
  if (!parameters.ok) return parameters
  const missing = ['timestamp', 'signature'].find((name) => (parameters.value.get(name) ?? '') === '')
  if (missing !== undefined) return fail(missingParameter(missing))
  const key = findKey(request.apiKey, ring)
  if (!key.ok) return key
  const late = checkTime(parameters.value, now)
  if (late !== null) return fail(late)
  const payload = signedPayload(query, request.body)
  const signed = ring.verify(key.value, payload, parameters.value.get('signature') ?? '')
  return signed ? ok({ key: key.value, parameters: parameters.value }) : fail(refusals.badSignature)
}

/** Query and body joined with nothing between, without the signature, which must come last. */
export function signedPayload(query: string, body: string): string {
  return withoutSignature(query) + withoutSignature(body)
}

function withoutSignature(part: string): string {
  return part.replace(/(?:^|&)signature=[^&]*$/, '')
}

/** The timing rule: less than a second ahead, and no older than the window. */
function checkTime(parameters: Parameters, now: Time): Refusal | null {
  const timestamp = wholeNumber(parameters, 'timestamp')
  if (!timestamp.ok) return timestamp.failure
  const window = wholeNumber(parameters, 'recvWindow')
  if (!window.ok) return window.failure
  const width = window.value ?? USUAL_WINDOW
  if (width > LONGEST_WINDOW) return missingParameter('recvWindow')
  const at = timestamp.value ?? 0
  if (at >= now + AHEAD) return refusals.aheadOfServer
  return now - at > width ? refusals.outsideWindow : null
}
