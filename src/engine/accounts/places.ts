import type { Badge, Environment } from '../../shared/fields.ts'
import { marketId, type MarketId, type VenueId } from '../../shared/ids.ts'
import type { Mode } from '../../shared/frames.ts'
import type { BudgetRow } from '../../shared/health-rows.ts'
import { createNet, type Net, type NetPorts } from '../net/net.ts'
import type { HostOverrides, Hosts, Venue } from '../ports/venue.ts'
import type { Table } from '../tables.ts'

/** A venue in one environment: its hosts and the one set of request budgets everybody shares who talks to it. */
export interface Place {
  readonly venue: Venue
  readonly environment: Environment
  readonly hosts: Hosts
  readonly market: MarketId
  readonly badge: Badge
  readonly net: Net
}

export interface Places {
  venues(): readonly Venue[]
  venue(id: VenueId): Venue | undefined
  /** Made on first use; throws for an environment the venue does not have, which callers check. */
  place(venue: Venue, environment: Environment): Place
  stop(): void
}

export interface PlacesOptions {
  readonly venues: readonly Venue[]
  readonly mode: Mode
  /** The user's hosts by venue. */
  readonly overrides: ReadonlyMap<VenueId, HostOverrides>
  readonly budgets: Table<BudgetRow>
}

export function createPlaces(ports: NetPorts, { venues, mode, overrides, budgets }: PlacesOptions): Places {
  const made = new Map<MarketId | string, Place>()

  function make(venue: Venue, environment: Environment): Place {
    const own = overrides.get(venue.id) ?? {}
    const custom = Object.keys(own).length > 0 && mode === 'live'
    const hosts = venue.hosts(environment, mode === 'live' ? own : {})
    const net = createNet(ports, venue, hosts, budgets)
    net.start()
    const place = custom ? `${venue.place(environment)}-custom` : venue.place(environment)
    return {
      venue,
      environment,
      hosts,
      market: marketId(venue.id, place),
      badge: badge(mode, environment, custom),
      net,
    }
  }

  return {
    venues: () => venues,
    venue: (id) => venues.find((venue) => venue.id === id),
    place: (venue, environment) => {
      const name = `${venue.id} ${environment}`
      const known = made.get(name)
      if (known !== undefined) return known
      const place = make(venue, environment)
      made.set(name, place)
      return place
    },
    stop: () => {
      for (const place of made.values()) place.net.stop()
      made.clear()
    },
  }
}

/** What the screen says of where an account's figures come from. Custom hosts are never passed off as the exchange's own. */
function badge(mode: Mode, environment: Environment, custom: boolean): Badge {
  if (mode === 'demo' || environment === 'simulator') return 'demo'
  if (custom) return 'custom'
  return environment === 'mainnet' ? 'live' : environment
}
