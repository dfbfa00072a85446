import { isIP } from 'node:net'

/** What a request says of where it came from. */
export interface Claim {
  readonly host: string | undefined
  readonly origin: string | undefined
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a request may be answered at all. A hostile website can make a browser call us by a name it controls (DNS
 * rebinding) or from its own page, so the `Host` must be an address or a name we are known by, and an `Origin`, where
 * there is one, must be ours. An address in `Host` cannot be rebound.
 */
export function isOurs(claim: Claim, names: readonly string[]): boolean {
  const host = claim.host === undefined ? null : hostName(claim.host)
  if (host === null) return false
  const known = LOOPBACK_NAMES.includes(host) || isIP(host.replace(/^\[|\]$/g, '')) !== 0 || names.includes(host)
  return known && (claim.origin === undefined || claim.origin === `http://${claim.host ?? ''}`)
}

function hostName(host: string): string | null {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^:[\]/\s]+)(?::\d{1,5})?$/.exec(host)
  return match?.[1]?.toLowerCase() ?? null
}

/** Compares tokens without telling by time how much of them is right. */
export function sameToken(given: string, expected: string, equal: (a: Uint8Array, b: Uint8Array) => boolean): boolean {
  const encoder = new TextEncoder()
  const [a, b] = [encoder.encode(given), encoder.encode(expected)]
  return a.length === b.length && equal(a, b)
}
