const DAY = 86_400_000

/** The wait a Retry-After header asks for, in milliseconds up to a day; seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(\.\d{1,6})?$/.test(text)) return bounded(Number(text) * 1000)
  const date = /^[A-Z][a-z]{2,8},/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : bounded(date - now)
}

/** A wait in seconds out of a body, in milliseconds up to a day. */
export function waitOfSeconds(seconds: number | undefined): number | null {
  return seconds === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : bounded(seconds * 1000)
}

function bounded(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), 0), DAY)
}
