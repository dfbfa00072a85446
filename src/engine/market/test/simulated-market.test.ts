import { describe, expect, it } from 'vitest'
import { trim, type Decimal } from '../../../shared/decimal.ts'
import { instrumentId, marketId } from '../../../shared/ids.ts'
import { createSimulator } from '../../../simulator/create-simulator.ts'
import { createMemoryNet } from '../../../simulator/memory-net.ts'
import { roster } from '../../../venues/roster.ts'
import { createStreams } from '../../health/streams.ts'
import { createNet } from '../../net/net.ts'
import type { Venue } from '../../ports/venue.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFakeMachine } from '../../test/fake-machine.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createMarketHouse } from '../house.ts'

const START = 1_795_257_600_000
const SECOND = 1000

/** A venue's market house whose network is the simulator. */
function createStage(venue: Venue) {
  const clock = createManualClock(START)
  const simulator = createSimulator({ clock, seed: 7 })
  const log = createFakeLog()
  const ports = {
    clock,
    log,
    machine: createFakeMachine(),
    random: createSeededRandom(3),
    ...createMemoryNet(simulator, clock),
  }
  const tables = createTables()
  const state = createEngineState(tables)
  const hosts = venue.hosts('simulator', {})
  const net = createNet(ports, venue, hosts, state.budgets)
  const market = marketId(venue.id, venue.place('simulator'))
  const options = { venue, environment: 'simulator', market, marketName: venue.name, hosts, net, tables } as const
  const streams = createStreams(clock, state.streams)
  const house = createMarketHouse(ports, { ...options, prices: state.prices, streams })
  const btc = instrumentId(market, 'BTCUSDT')
  const row = () => {
    tables.settle()
    return state.prices.get(btc)
  }
  simulator.start()
  net.start()
  house.start()
  house.want(btc, 'counted-on')
  const control = (command: unknown): void => expect(simulator.control(command)).toMatchObject({ ok: true })
  const streamStates = (): readonly string[] => [...state.streams.rows()].map(([, stream]) => stream.state)
  const stop = (): void => {
    house.stop()
    streams.stop()
    net.stop()
    simulator.stop()
  }
  return { clock, house, net, row, control, streamStates, btc, log, state, stop }
}

const trimmed = (amount: Decimal | null | undefined) => (amount ? trim(amount) : amount)

describe.each(roster.map((venue) => [venue.name, venue] as const))(
  'the market of %s on the simulator',
  (_name, venue) => {
    it('is whole and live within seconds, and moves', async () => {
      const { clock, row, streamStates, house, btc, log, net } = createStage(venue)
      await clock.pass(5 * SECOND)
      const first = row()
      expect(first).toMatchObject({ symbol: 'BTCUSDT', freshness: 'live' })
      expect(Object.entries(first ?? {}).filter(([, value]) => value === null)).toEqual([])
      expect(new Set(streamStates())).toEqual(new Set(['live']))
      await clock.pass(10 * SECOND)
      expect(row()?.mark).not.toBe(first?.mark)
      expect(house.price(btc)?.mark).toBe(row()?.mark)
      expect(net.offset()).toBe(0)
      expect(log.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
    })

    it('shows the price the exchange was set to, exactly', async () => {
      const { clock, row, control } = createStage(venue)
      await clock.pass(5 * SECOND)
      control({ do: 'price', symbol: 'BTCUSDT', last: '77123.4', mark: '77120.5', index: '77119.9' })
      await clock.pass(5 * SECOND)
      expect([row()?.last, row()?.mark].map(trimmed)).toEqual(['77123.4', '77120.5'])
    })

    it('notices silence, and comes back', async () => {
      const { clock, row, control } = createStage(venue)
      await clock.pass(5 * SECOND)
      control({ do: 'silence', heartbeats: 'unanswered', reach: 'also-new' })
      await clock.pass(50 * SECOND)
      expect(row()?.freshness).not.toBe('live')
      control({ do: 'heal' })
      await clock.pass(60 * SECOND)
      expect(row()?.freshness).toBe('live')
    })

    it('survives garbled, doubled and disordered frames with the right price in the end', async () => {
      const { clock, row, control } = createStage(venue)
      await clock.pass(5 * SECOND)
      for (const fault of ['duplicate', 'reorder', 'garble', 'lose']) control({ do: fault, frames: 20 })
      await clock.pass(20 * SECOND)
      control({ do: 'heal' })
      control({ do: 'price', symbol: 'BTCUSDT', last: '70000', mark: '70001', index: '70002' })
      await clock.pass(30 * SECOND)
      expect([trimmed(row()?.mark), row()?.freshness]).toEqual(['70001', 'live'])
    })

    it('comes back after a drop and after a sleep of three hours', async () => {
      const { clock, row, control } = createStage(venue)
      await clock.pass(5 * SECOND)
      control({ do: 'drop' })
      await clock.settle()
      expect(row()?.freshness).toBe('down')
      await clock.pass(5 * SECOND)
      expect(row()?.freshness).toBe('live')
      clock.jump(3 * 3600 * SECOND, 'sleep')
      expect(row()?.freshness).toBe('down')
      await clock.pass(6 * SECOND)
      expect(row()?.freshness).toBe('live')
      expect(row()?.heardAt).toBeGreaterThan(START + 3 * 3600 * SECOND)
    })

    it('draws candles of the past and goes on with the one being built', async () => {
      const { clock, house, btc } = createStage(venue)
      await clock.pass(2 * SECOND)
      const asked = house.candles.history({ instrument: btc, interval: '1m', before: START, count: 100 })
      await clock.pass(2 * SECOND)
      const past = await asked
      expect(past.ok && past.value.map(({ openedAt }) => openedAt)).toEqual(
        Array.from({ length: 100 }, (_, index) => START - (100 - index) * 60 * SECOND),
      )
      const { table } = house.candles.open(btc, '1m')
      await clock.pass(150 * SECOND)
      expect(table.get(String(START + 60 * SECOND))).toMatchObject({ closed: true })
      expect(table.get(String(START + 120 * SECOND))).toMatchObject({ closed: false })
    })

    it('leaves nothing running when it is stopped', async () => {
      const { clock, stop, state } = createStage(venue)
      await clock.pass(5 * SECOND)
      stop()
      await clock.pass(60 * SECOND)
      expect([clock.waiting, state.prices.size, state.streams.size]).toEqual([0, 0, 0])
    })
  },
)
