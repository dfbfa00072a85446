import type { Clock } from '../../src/engine/ports/clock.ts'
import type { Http } from '../../src/engine/ports/http.ts'
import { createSimulator } from '../../src/simulator/create-simulator.ts'
import { createMemoryNet } from '../../src/simulator/memory-net.ts'
import { createObligingSockets, type ObligingSockets } from './obliging-sockets.ts'

/** Contracts that the simulator's account holds or that are like them, after the one that bears the marker. */
const HELD = ['ETHUSDT', 'SOLUSDT', 'ADAUSDT', 'AVAXUSDT', 'BTCUSDT', 'DOGEUSDT']
const SYNTHETIC = Array.from({ length: 194 }, (_, at) => `SYN${String(at + 1).padStart(3, '0')}USDT`)
const [first = '', ...others] = SYNTHETIC
const symbols = [first, ...HELD, ...others]

/** Two hundred contracts have their prices followed, the first few a one-minute chart. */
export const contracts = { symbols, charted: symbols.slice(0, 10) } as const

export interface Exchange {
  readonly http: Http
  readonly sockets: ObligingSockets
}

/** The simulator answers requests, so that lists, snapshots and candles are whole; the streams are the measurement's. */
export function createExchange(clock: Clock): Exchange {
  const options = { market: 'still', bot: 'off', syntheticContracts: SYNTHETIC.length } as const
  const { http } = createMemoryNet(createSimulator({ clock, seed: 7, options }), clock)
  return { http, sockets: createObligingSockets() }
}
