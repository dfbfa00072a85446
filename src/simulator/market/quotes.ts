import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { fraction, hashPair, hashText } from '../chance.ts'
import { figures, type Track } from './candles.ts'
import type { Contract } from './contract.ts'
import { fixed, nearestStep, onGrid, snap } from './grid.ts'
import { smoothNoise } from './noise.ts'
import type { DayFigures, Quote } from './quote.ts'
import { DAY, HOUR, MINUTE, SECOND } from './walk.ts'

/** Best prices stand around the last one; sizes change twice a second. */
export function quoteAt(track: Track, at: Time, fundingRate: Decimal | null): Quote {
  const { contract, course } = track
  const place = hashText(contract.id)
  const last = nearestStep(course.at(at), contract.tick)
  const bid = last - (fraction(hashPair(place, Math.floor(at / 300))) < 0.5 ? 0 : 1)
  return {
    at,
    last: onGrid(last, contract.tick),
    bid: onGrid(bid, contract.tick),
    ask: onGrid(bid + 1, contract.tick),
    bidSize: sizeAt(track, place + 1, at),
    askSize: sizeAt(track, place + 2, at),
    ...fairAt(track, at),
    openInterest: openInterest(track, place, at),
    funding: fundingAt(track.contract, at, fundingRate),
  }
}

/** Mark and index follow the last price of the running second, each a hair away from it. */
export function fairAt({ contract, course }: Track, at: Time): Pick<Quote, 'mark' | 'index'> {
  const held = course.held(at)
  if (held !== null) return { mark: held.mark, index: held.index }
  const place = hashText(contract.id)
  const price = course.at(Math.floor(at / SECOND) * SECOND)
  const away = (period: number, by: number): number => price * (1 + by * smoothNoise(place + period, at / period))
  return { mark: snap(away(20 * SECOND, 0.00004), contract.tick), index: snap(away(MINUTE, 0.00012), contract.tick) }
}

function sizeAt({ contract }: Track, place: number, at: Time): Decimal {
  const step = Number(contract.step)
  const typical = (contract.form === 'linear' ? 40_000 / contract.anchor : 40_000) / step
  const luck = fraction(hashPair(place, Math.floor(at / 500)))
  return onGrid(1 + Math.floor(typical * luck ** 3 * 8), contract.step)
}

function openInterest({ contract }: Track, place: number, at: Time): Decimal {
  const base = (contract.form === 'linear' ? contract.turnover / contract.anchor : contract.turnover) * 0.8
  return snap(base * (1 + 0.04 * smoothNoise(place + 3, at / (6 * HOUR))), contract.step)
}

/** The rate set by hand, or the walk's own. */
export function fundingAt(contract: Contract, at: Time, rate: Decimal | null): Quote['funding'] {
  if (contract.delivery !== null) return null
  const period = contract.fundingHours * HOUR
  const next = Math.floor(at / period) * period + period
  if (rate !== null) return { rate, next }
  const whim = smoothNoise(hashText(contract.id) + 4, next / DAY)
  return { rate: fixed(Math.round(((100 + 90 * whim) * contract.fundingHours) / 8), 6), next }
}

/** The 24 hours up to the running second. The window begins on a whole minute, so that most of it can be remembered. */
export function dayAt(track: Track, at: Time): DayFigures {
  const now = Math.floor(at / SECOND) * SECOND
  const from = Math.floor(at / MINUTE) * MINUTE - DAY
  const whole = figures(track, from, now)
  return {
    open: whole.open,
    high: whole.high,
    low: whole.low,
    hourAgo: snap(track.course.at(now - HOUR), track.contract.tick),
    volume: whole.volume,
    turnover: whole.turnover,
    trades: whole.trades,
  }
}
