import { decimal, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { createChance, hashPair, hashText, type Chance } from '../chance.ts'
import type { Side } from '../ledger/order.ts'
import { DAY, HOUR, MINUTE } from '../market/walk.ts'
import type { VenueName } from '../market/contract.ts'
import type { AccountSpec } from './account-spec.ts'

/** Something an account did on its own in the past. */
export type Deed =
  | { readonly kind: 'transfer'; readonly at: Time; readonly asset: string; readonly amount: Decimal }
  | {
      readonly kind: 'trade'
      readonly at: Time
      readonly contract: string
      readonly side: Side
      /** In dollars; the quantity follows from the price. Null: whatever is held. */
      readonly worth: number | null
      readonly liquidity: 'maker' | 'taker'
    }

const LEAST_PAST = 120 * DAY
const TRADED = [
  'XRPUSDT',
  'DOGEUSDT',
  'LINKUSDT',
  'AVAXUSDT',
  'ADAUSDT',
  'SUIUSDT',
  'BNBUSDT',
  '1000PEPEUSDT',
  'AAVEUSDT',
]

/** What is still held today: opened where the price was about this far from this week's, for or against it. */
interface Kept {
  readonly contract: string
  readonly side: Side
  readonly worth: number
  /** Profit as a fraction of the price at the beginning of the week. */
  readonly edge: number
}

const KEPT: Readonly<Record<VenueName, readonly Kept[]>> = {
  bybit: [
    { contract: 'BTCUSDT', side: 'buy', worth: 9600, edge: 0.035 },
    { contract: 'SOLUSDT', side: 'buy', worth: 3400, edge: -0.015 },
    { contract: 'ETHUSDT', side: 'sell', worth: 4200, edge: 0.02 },
  ],
  binance: [
    { contract: 'BTCUSDT', side: 'buy', worth: 4800, edge: 0.022 },
    { contract: 'SOLUSDT', side: 'sell', worth: 1500, edge: -0.01 },
  ],
}
/** They were opened between these many days before the week. */
const KEPT_FROM = 1
const KEPT_TO = 45

/** A contract's price at a past moment. */
type PriceAt = (contract: string, at: Time) => number

/**
 * The past as a plan, oldest first. It depends on the seed, the day and the week alone, so that starting again later
 * tells the same story.
 */
export function pastPlan(seed: number, spec: AccountSpec, now: Time, priceAt: PriceAt): readonly Deed[] {
  const from = halfYear(now)
  const today = Math.floor(now / DAY)
  // What is held and how it came about changes with the week, not with every start of the program.
  const monday = today - ((today + 3) % 7)
  const days = Array.from({ length: today - from / DAY + 1 }, (_, index) => from / DAY + index)
  const place = hashPair(seed, hashText(spec.id))
  const deeds = [
    ...deposits(spec, from),
    ...days.flatMap((day, index) => [
      ...monthly(day, index),
      ...roundTrips(createChance(hashPair(place, day)), day, index),
    ]),
    ...core(createChance(place), from / DAY, monday),
    ...KEPT[spec.venue].map((each, index) => opening(each, index, monday, priceAt)),
  ]
  return deeds.filter((deed) => deed.at < now - 10 * MINUTE).sort((a, b) => a.at - b.at)
}

/** The last first of January or July that is long enough ago. */
export function halfYear(now: Time): Time {
  const date = new Date(now - LEAST_PAST)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < 6 ? 0 : 6, 1)
}

function deposits(spec: AccountSpec, from: Time): readonly Deed[] {
  return spec.deposits.map(({ asset, amount }, index) => {
    return { kind: 'transfer', at: from + 9 * HOUR + index * MINUTE, asset, amount }
  })
}

function monthly(day: number, index: number): readonly Deed[] {
  if (index === 0 || index % 30 !== 0) return []
  const amount = decimal(index % 60 === 0 ? '-400' : '750')
  return [{ kind: 'transfer', at: day * DAY + 11 * HOUR + 17 * MINUTE, asset: 'USDT', amount }]
}

/** Positions opened and closed within the day; each day other contracts, so that one never meets another. */
function roundTrips(chance: Chance, day: number, index: number): readonly Deed[] {
  const first = TRADED[index % TRADED.length] ?? 'XRPUSDT'
  const second = TRADED[(index + 4) % TRADED.length] ?? 'DOGEUSDT'
  return index === 0 ? [] : [...roundTrip(chance, day, first), ...roundTrip(chance, day, second)]
}

function roundTrip(chance: Chance, day: number, contract: string): readonly Deed[] {
  const opened = day * DAY + HOUR + chance.whole(10 * 60) * MINUTE + chance.whole(60_000)
  const closed = opened + 40 * MINUTE + chance.whole(9 * 60) * MINUTE + chance.whole(60_000)
  const side: Side = chance.next() < 0.55 ? 'buy' : 'sell'
  const back: Side = side === 'buy' ? 'sell' : 'buy'
  const worth = 250 + chance.whole(1400)
  return [
    { kind: 'trade', at: opened, contract, side, worth, liquidity: chance.next() < 0.5 ? 'maker' : 'taker' },
    {
      kind: 'trade',
      at: closed,
      contract,
      side: back,
      worth: null,
      liquidity: chance.next() < 0.5 ? 'maker' : 'taker',
    },
  ]
}

/** A holding through most of the past, grown and shrunk now and then, so that funding comes every day. */
function core(chance: Chance, firstDay: number, lastDay: number): readonly Deed[] {
  const deeds: Deed[] = []
  const trade = (day: number, side: Side, worth: number | null): void => {
    const at = day * DAY + (7 + chance.whole(4)) * HOUR + chance.whole(HOUR)
    deeds.push({ kind: 'trade', at, contract: 'LTCUSDT', side, worth, liquidity: 'taker' })
  }
  trade(firstDay + 1, 'buy', 1800)
  for (let day = firstDay + 6; day < lastDay - 3; day += 6) trade(day, chance.next() < 0.5 ? 'buy' : 'sell', 300)
  trade(lastDay - 3, 'sell', null)
  return deeds
}

function opening({ contract, side, worth, edge }: Kept, index: number, monday: number, priceAt: PriceAt): Deed {
  const moment = (daysAgo: number): Time => (monday - daysAgo) * DAY + (13 + index) * HOUR + 7 * MINUTE + 137
  const wanted = priceAt(contract, monday * DAY) * (side === 'buy' ? 1 - edge : 1 + edge)
  const away = (daysAgo: number): number => Math.abs(priceAt(contract, moment(daysAgo)) - wanted)
  const days = Array.from({ length: KEPT_TO - KEPT_FROM + 1 }, (_, step) => KEPT_FROM + step)
  const best = days.reduce((found, day) => (away(day) < away(found) ? day : found))
  return { kind: 'trade', at: moment(best), contract, side, worth, liquidity: 'taker' }
}
