import { decimal, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { createChance, hashPair } from '../chance.ts'
import type { Side } from '../ledger/order.ts'
import type { VenueName } from '../market/contract.ts'
import { HOUR, MINUTE } from '../market/walk.ts'
import type { Deed, PriceAt } from './deed.ts'

/** What is still held today: opened where the price was about this far from today's, for or against it. */
interface Kept {
  readonly contract: string
  readonly side: Side
  /** In dollars. */
  readonly worth: number
  /** Profit as a fraction of today's price. */
  readonly edge: number
  /** Null: cross margin at the usual leverage. */
  readonly isolatedAt: Decimal | null
}

const KEPT: Readonly<Record<VenueName, readonly Kept[]>> = {
  bybit: [
    { contract: 'BTCUSDT', side: 'buy', worth: 14_000, edge: 0.018, isolatedAt: null },
    { contract: 'ETHUSDT', side: 'sell', worth: 9000, edge: -0.012, isolatedAt: null },
    { contract: 'SOLUSDT', side: 'buy', worth: 4200, edge: -0.021, isolatedAt: null },
    { contract: 'BTCUSD', side: 'sell', worth: 5000, edge: 0.006, isolatedAt: null },
  ],
  binance: [
    { contract: 'BTCUSDT', side: 'buy', worth: 8600, edge: 0.011, isolatedAt: null },
    { contract: 'SOLUSDT', side: 'sell', worth: 3600, edge: 0.024, isolatedAt: null },
    { contract: 'LINKUSDT', side: 'buy', worth: 2800, edge: -0.015, isolatedAt: decimal('8') },
  ],
}

/** Prices are looked at this often, so that starting again soon tells the same story. */
const WATCH = 6 * HOUR
/** They were opened between these many hours before; since then they were only trimmed a little. */
const LATEST = 26
const EARLIEST = 12 * 24
const TRIMMED = 24 * HOUR

/** How today's holdings came about. */
export function keptPlan(venue: VenueName, now: Time, place: number, priceAt: PriceAt): readonly Deed[] {
  const kept = KEPT[venue]
  const watch = Math.floor(now / WATCH) * WATCH
  return [...kept.flatMap((each, index) => opening(each, index, watch, priceAt)), ...trims(kept, watch, now, place)]
}

function opening(kept: Kept, index: number, watch: Time, priceAt: PriceAt): readonly Deed[] {
  const { contract, side, worth, edge, isolatedAt } = kept
  // On whole hours a price is quickly known.
  const moment = (hoursAgo: number): Time => watch - hoursAgo * HOUR
  const wanted = priceAt(contract, watch) * (side === 'buy' ? 1 - edge : 1 + edge)
  const away = (hoursAgo: number): number => Math.abs(priceAt(contract, moment(hoursAgo)) - wanted)
  const hours = Array.from({ length: (EARLIEST - LATEST) / 2 }, (_, step) => LATEST + 2 * step)
  const at = moment(hours.reduce((best, each) => (away(each) < away(best) ? each : best))) + 137 + 40 * index
  const opened: Deed = { kind: 'trade', at, contract, side, worth, liquidity: 'taker' }
  if (isolatedAt === null) return [opened]
  return [{ kind: 'isolate', at: at - MINUTE, contract, leverage: isolatedAt }, opened]
}

/** Every hour a little is bought or sold, now here, now there; what an even hour buys, the next one sells. */
function trims(kept: readonly Kept[], watch: Time, now: Time, place: number): readonly Deed[] {
  const first = (watch - TRIMMED) / HOUR
  const hours = Array.from({ length: Math.ceil(now / HOUR) - first }, (_, index) => first + index)
  return hours.map((hour): Deed => {
    const chance = createChance(hashPair(place, hour))
    const at = hour * HOUR + chance.whole(50) * MINUTE + chance.whole(60_000)
    const pair = Math.floor(hour / 2)
    const contract = kept[pair % kept.length]?.contract ?? 'BTCUSDT'
    const side: Side = hour % 2 === 0 ? 'buy' : 'sell'
    return { kind: 'trade', at, contract, side, worth: 160 + 90 * (pair % 3), liquidity: 'maker' }
  })
}
