import { decimal, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { createChance, hashPair, hashText, type Chance } from '../chance.ts'
import type { Side } from '../ledger/order.ts'
import { DAY, HOUR, MINUTE } from '../market/walk.ts'
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

/** What is still held today, by venue: when it was opened (days before today) and how much of it. */
const KEPT = {
  bybit: [
    { contract: 'BTCUSDT', side: 'buy', daysAgo: 38, worth: 9600 },
    { contract: 'SOLUSDT', side: 'buy', daysAgo: 12, worth: 3400 },
    { contract: 'ETHUSDT', side: 'sell', daysAgo: 6, worth: 4200 },
  ],
  binance: [
    { contract: 'BTCUSDT', side: 'buy', daysAgo: 21, worth: 4800 },
    { contract: 'SOLUSDT', side: 'sell', daysAgo: 4, worth: 1500 },
  ],
} as const

/**
 * The past as a plan, oldest first. It depends on the seed and on whole days alone, so that starting again later in
 * the day tells the same story.
 */
export function pastPlan(seed: number, spec: AccountSpec, now: Time): readonly Deed[] {
  const from = halfYear(now)
  const today = Math.floor(now / DAY)
  const days = Array.from({ length: today - from / DAY + 1 }, (_, index) => from / DAY + index)
  const place = hashPair(seed, hashText(spec.id))
  const deeds = [
    ...deposits(spec, from),
    ...days.flatMap((day, index) => [
      ...monthly(day, index),
      ...roundTrips(createChance(hashPair(place, day)), day, index),
    ]),
    ...core(createChance(place), from / DAY, today),
    ...kept(spec, today),
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
function core(chance: Chance, firstDay: number, today: number): readonly Deed[] {
  const deeds: Deed[] = []
  const trade = (day: number, side: Side, worth: number | null): void => {
    const at = day * DAY + (7 + chance.whole(4)) * HOUR + chance.whole(HOUR)
    deeds.push({ kind: 'trade', at, contract: 'LTCUSDT', side, worth, liquidity: 'taker' })
  }
  trade(firstDay + 1, 'buy', 1800)
  for (let day = firstDay + 6; day < today - 3; day += 6) trade(day, chance.next() < 0.5 ? 'buy' : 'sell', 300)
  trade(today - 3, 'sell', null)
  return deeds
}

function kept(spec: AccountSpec, today: number): readonly Deed[] {
  return KEPT[spec.venue].map(({ contract, side, daysAgo, worth }, index) => {
    const at = (today - daysAgo) * DAY + (13 + index) * HOUR + 7 * MINUTE + 137
    return { kind: 'trade', at, contract, side, worth, liquidity: 'taker' }
  })
}
