import { decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { createChance, hashPair, hashText, type Chance } from '../chance.ts'
import type { Side } from '../ledger/order.ts'
import { DAY, HOUR, MINUTE } from '../market/walk.ts'
import type { AccountSpec } from './account-spec.ts'
import type { Deed, PriceAt } from './deed.ts'
import { keptPlan } from './kept-plan.ts'

const LEAST_PAST = 120 * DAY
/** The past ends this long ago, so that nothing happens at the very start. */
const JUST_NOW = 10 * MINUTE
const TRADED = [
  'XRPUSDT',
  'DOGEUSDT',
  'AVAXUSDT',
  'ADAUSDT',
  'SUIUSDT',
  'BNBUSDT',
  '1000PEPEUSDT',
  'AAVEUSDT',
  'ENAUSDT',
]
/** How often a day's trade goes the right way; enough to earn its fees and a little more. */
const RIGHT = 0.56
/** Payments in and out lie so near that every exchange still lists them. */
const PAYMENTS_WITHIN = 80 * DAY
const PAYMENTS = ['750', '-400', '600'] as const

/**
 * The past as a plan, oldest first. It depends on the seed and on the quarter of the day alone, so that starting
 * again soon tells the same story.
 */
export function pastPlan(seed: number, spec: AccountSpec, now: Time, priceAt: PriceAt): readonly Deed[] {
  const from = halfYear(now)
  const today = Math.floor(now / DAY)
  const place = hashPair(seed, hashText(spec.id))
  const days = Array.from({ length: today - from / DAY + 1 }, (_, index) => from / DAY + index)
  const deeds = [
    ...deposits(spec, from),
    ...days.flatMap((day, index) => [
      ...payment(day, now),
      ...roundTrips(createChance(hashPair(place, day)), day, index, now, priceAt),
    ]),
    ...core(createChance(place), from / DAY, today),
    ...keptPlan(spec.venue, now, place, priceAt),
  ]
  return deeds.filter((deed) => deed.at < now - JUST_NOW).sort((a, b) => a.at - b.at)
}

/** The last first of January or July that is long enough ago. */
export function halfYear(now: Time): Time {
  const date = new Date(now - LEAST_PAST)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < 6 ? 0 : 6, 1)
}

function deposits(spec: AccountSpec, from: Time): readonly Deed[] {
  return spec.deposits.map(({ asset, amount }, index) => {
    return { kind: 'transfer', at: from + 9 * HOUR + (30 + index) * MINUTE, asset, amount }
  })
}

/** On the twelfth of the last months. */
function payment(day: number, now: Time): readonly Deed[] {
  const at = day * DAY + 11 * HOUR + 17 * MINUTE
  const date = new Date(at)
  if (date.getUTCDate() !== 12 || now - at > PAYMENTS_WITHIN) return []
  const amount = decimal(PAYMENTS[date.getUTCMonth() % PAYMENTS.length] ?? PAYMENTS[0])
  return [{ kind: 'transfer', at, asset: 'USDT', amount }]
}

/** Positions opened and closed within the day; each day other contracts, so that one never meets another. */
function roundTrips(chance: Chance, day: number, index: number, now: Time, priceAt: PriceAt): readonly Deed[] {
  if (index === 0) return []
  const contracts = [TRADED[index % TRADED.length] ?? 'XRPUSDT', TRADED[(index + 4) % TRADED.length] ?? 'DOGEUSDT']
  return contracts.flatMap((contract) => roundTrip(chance, day, contract, now, priceAt))
}

/** One that would not be over yet is not begun. */
function roundTrip(chance: Chance, day: number, contract: string, now: Time, priceAt: PriceAt): readonly Deed[] {
  const opened = day * DAY + HOUR + chance.whole(10 * 60) * MINUTE + chance.whole(60_000)
  const closed = opened + 40 * MINUTE + chance.whole(9 * 60) * MINUTE + chance.whole(60_000)
  if (closed >= now - JUST_NOW) return []
  const roughly = (at: Time): number => priceAt(contract, Math.floor(at / HOUR) * HOUR)
  const rises = roughly(closed) > roughly(opened)
  const side: Side = rises === chance.next() < RIGHT ? 'buy' : 'sell'
  const back: Side = side === 'buy' ? 'sell' : 'buy'
  const liquidity = (): 'maker' | 'taker' => (chance.next() < 0.5 ? 'maker' : 'taker')
  const worth = 400 + chance.whole(2200)
  return [
    { kind: 'trade', at: opened, contract, side, worth, liquidity: liquidity() },
    { kind: 'trade', at: closed, contract, side: back, worth: null, liquidity: liquidity() },
  ]
}

/** A holding through most of the past, grown and shrunk now and then, so that funding comes every day. */
function core(chance: Chance, firstDay: number, today: number): readonly Deed[] {
  // What it ends with changes with the week, not with every start of the program.
  const lastDay = today - ((today + 3) % 7) - 3
  const deeds: Deed[] = []
  const trade = (day: number, side: Side, worth: number | null): void => {
    const at = day * DAY + (7 + chance.whole(4)) * HOUR + chance.whole(HOUR)
    deeds.push({ kind: 'trade', at, contract: 'LTCUSDT', side, worth, liquidity: 'taker' })
  }
  trade(firstDay + 1, 'buy', 1800)
  for (let day = firstDay + 6; day < lastDay; day += 6) trade(day, chance.next() < 0.5 ? 'buy' : 'sell', 300)
  trade(lastDay, 'sell', null)
  return deeds
}
