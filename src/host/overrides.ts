import type { HostOverrides, Venue } from '../engine/ports/venue.ts'
import type { VenueId } from '../shared/ids.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'

/** The hosts that environment variables replace, by venue. A value that is no web address is refused by name. */
export function readOverrides(
  venues: readonly Venue[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<ReadonlyMap<VenueId, HostOverrides>> {
  const overrides = new Map<VenueId, HostOverrides>()
  for (const venue of venues) {
    const own: Record<string, string> = {}
    for (const [host, variable] of Object.entries(venue.hostVariables)) {
      const value = environment[variable]?.trim()
      if (value === undefined || value === '') continue
      if (!isAddress(value))
        return fail({ code: 'invalid', sentence: sentence('command.bad-address', { variable, value }) })
      own[host] = value.replace(/\/+$/, '')
    }
    if (Object.keys(own).length > 0) overrides.set(venue.id, own)
  }
  return ok(overrides)
}

function isAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== ''
}
