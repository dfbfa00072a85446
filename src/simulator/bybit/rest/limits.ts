import type { Time } from '../../../shared/ids.ts'

const ADDRESS_LIMIT = 600
const ADDRESS_WINDOW = 5000
const ADDRESS_REST = 600_000
const SECOND = 1000

/** What the headers of a limited route say. */
export interface RouteReading {
  readonly limit: number
  readonly left: number
  readonly resetAt: Time
  readonly exceeded: boolean
}

/** Counts requests as the exchange does: per address over five seconds, per account and route over one. */
export interface Limits {
  /** False: this address asked too often and must rest for ten minutes. */
  admits(address: string, now: Time): boolean
  count(account: string, route: string, perSecond: number, now: Time): RouteReading
}

export function createLimits(): Limits {
  const addresses = new Map<string, readonly Time[]>()
  const bans = new Map<string, Time>()
  const routes = new Map<string, readonly Time[]>()
  return {
    admits: (address, now) => {
      if ((bans.get(address) ?? 0) > now) return false
      const recent = [...newer(addresses.get(address), now - ADDRESS_WINDOW, now), now]
      addresses.set(address, recent)
      if (recent.length > ADDRESS_LIMIT) bans.set(address, now + ADDRESS_REST)
      return recent.length <= ADDRESS_LIMIT
    },
    count: (account, route, perSecond, now) => {
      const name = `${account} ${route}`
      const recent = newer(routes.get(name), now - SECOND, now)
      const exceeded = recent.length >= perSecond
      if (!exceeded) routes.set(name, [...recent, now])
      const resetAt = exceeded ? (recent[0] ?? now) + SECOND : now
      return { limit: perSecond, left: Math.max(0, perSecond - recent.length - 1), resetAt, exceeded }
    },
  }
}

/** Times in the window; after the clock was set back, later ones no longer count. */
function newer(times: readonly Time[] | undefined, after: Time, now: Time): readonly Time[] {
  return (times ?? []).filter((time) => time > after && time <= now)
}
