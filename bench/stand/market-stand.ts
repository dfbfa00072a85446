import { createStreams } from '../../src/engine/health/streams.ts'
import { createMarketHouse } from '../../src/engine/market/house.ts'
import { createNet } from '../../src/engine/net/net.ts'
import type { Clock } from '../../src/engine/ports/clock.ts'
import type { Venue } from '../../src/engine/ports/venue.ts'
import { createTables, type Table } from '../../src/engine/tables.ts'
import { createNodeRandom } from '../../src/node/random.ts'
import type { StreamRow } from '../../src/shared/health-rows.ts'
import { instrumentId, marketId } from '../../src/shared/ids.ts'
import type { PriceRow } from '../../src/shared/market-rows.ts'
import { createExchange } from './exchange.ts'
import { silentLog } from './silent-log.ts'
import type { Stand } from './stand.ts'
import { until } from './until.ts'

export interface Followed {
  readonly symbols: readonly string[]
  readonly charted: readonly string[]
  /** Some of what must be subscribed before frames may come. */
  readonly topics: readonly string[]
}

/** One venue's market house: every symbol's prices are wanted, and one-minute charts of some are open. */
export async function createMarketStand(
  clock: Clock,
  venue: Venue,
  { symbols, charted, topics }: Followed,
): Promise<Stand> {
  const { http, sockets } = createExchange(clock)
  const machine = { onEvent: () => () => undefined }
  const ports = { clock, http, sockets, random: createNodeRandom(), log: silentLog, machine }
  const tables = createTables()
  const prices: Table<PriceRow> = tables.table()
  const streamRows: Table<StreamRow> = tables.table()
  const hosts = venue.hosts('simulator', {})
  const market = marketId(venue.id, venue.place('simulator'))
  const net = createNet(ports, venue, hosts, tables.table())
  const streams = createStreams(clock, streamRows)
  const where = { venue, environment: 'simulator', market, marketName: venue.name, hosts } as const
  const house = createMarketHouse(ports, { ...where, net, tables, prices, streams })
  house.start()
  for (const symbol of symbols) house.want(instrumentId(market, symbol), 'counted-on')
  const charts = charted.map((symbol) => house.candles.open(instrumentId(market, symbol), '1m').table)
  const told = { changes: 0 }
  for (const table of [prices, ...charts]) table.onChange(() => (told.changes += 1))
  await until(() => topics.every((topic) => sockets.carrier(topic) !== undefined))
  return {
    carrier: (topic) => sockets.carrier(topic) ?? nobody(topic),
    settle: () => tables.settle(),
    changes: () => told.changes,
    refused: () => [...streamRows.rows()].reduce((sum, [, row]) => sum + row.refusedFrames, 0),
    stop: () => {
      house.stop()
      net.stop()
      streams.stop()
    },
  }
}

function nobody(topic: string): never {
  throw new Error(`No connection carries ${topic}`)
}
