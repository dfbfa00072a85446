import type { MarketId } from '../../shared/ids.ts'
import { marketOf, type InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import type { Streams } from '../health/streams.ts'
import { createMarketHouse, type MarketHouse } from '../market/house.ts'
import type { SessionPorts } from '../session/run.ts'
import type { Table, Tables } from '../tables.ts'
import type { Place } from './places.ts'

/** The market houses that are open, one per market place, whichever accounts led to it. */
export interface Houses {
  at(place: Place): MarketHouse
  of(instrument: InstrumentId): MarketHouse | undefined
  in(market: MarketId): MarketHouse | undefined
  all(): Iterable<MarketHouse>
  onOpened(take: (house: MarketHouse) => void): Stop
  stop(): void
}

export interface HousesOptions {
  readonly tables: Tables
  readonly prices: Table<PriceRow>
  readonly streams: Streams
}

export function createHouses(ports: SessionPorts, options: HousesOptions): Houses {
  const open = new Map<MarketId, MarketHouse>()
  const listeners = new Set<(house: MarketHouse) => void>()

  function make({ venue, environment, market, hosts, net, badge }: Place): MarketHouse {
    const marketName = badge === 'live' ? venue.name : `${venue.name} ${badge}`
    const house = createMarketHouse(ports, { venue, environment, market, marketName, hosts, net, ...options })
    house.start()
    return house
  }

  return {
    at: (place) => {
      const known = open.get(place.market)
      if (known !== undefined) return known
      const house = make(place)
      open.set(place.market, house)
      for (const take of [...listeners]) take(house)
      return house
    },
    of: (instrument) => open.get(marketOf(instrument)),
    in: (market) => open.get(market),
    all: () => open.values(),
    onOpened: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    stop: () => {
      for (const house of open.values()) house.stop()
      open.clear()
    },
  }
}
