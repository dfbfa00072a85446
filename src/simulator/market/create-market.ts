import { decimal, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { hashPair, hashText } from '../chance.ts'
import { candleAt, candlesOf, type Track } from './candles.ts'
import { catalogue, type Listed } from './catalogue.ts'
import type { Contract, VenueName } from './contract.ts'
import { createCourse } from './course.ts'
import { fixed, snap } from './grid.ts'
import type { Market } from './market.ts'
import { remember } from './memory.ts'
import { smoothNoise } from './noise.ts'
import { dayAt, fairAt, fundingAt, quoteAt } from './quotes.ts'
import { createWalk, HOUR, SECOND, type Walk } from './walk.ts'

export interface MarketOptions {
  readonly seed: number
  /** `still`: every price stands at its anchor until somebody moves it. */
  readonly market: 'walking' | 'still'
  /** This many contracts more, for load. */
  readonly syntheticContracts: number
  /** Dated contracts are those listed at this moment; without it, those of November 2026. */
  readonly listedAt?: Time
}

const NOVEMBER_2026 = 1_795_219_200_000

/** Whole dollars; others are priced by their contract in USDT. */
const STABLE = ['USDT', 'USDC', 'FDUSD', 'BFUSD']

export function createMarket(options: MarketOptions): Market {
  const tracks = createTracks(options)
  const contracts = [...tracks.values()].map((track) => track.contract)
  const trackOf = (id: string): Track => {
    const track = tracks.get(id)
    if (track === undefined) throw new Error(`No such contract: ${id}`)
    return track
  }
  const rates = new Map<string, Decimal>()
  if (options.market === 'still') for (const contract of contracts) rates.set(contract.id, decimal('0.0001'))
  const quote: Market['quote'] = (contract, at) => quoteAt(trackOf(contract.id), at, rates.get(contract.id) ?? null)
  const bySymbol = symbolIndex(contracts)
  return {
    contracts,
    contract: (id) => trackOf(id).contract,
    find: (venue, symbol) => bySymbol[venue].get(symbol) ?? null,
    listed: (venue) => [...bySymbol[venue].values()],
    quote,
    fair: (contract, at) => fairAt(trackOf(contract.id), at),
    day: createDay(trackOf),
    fundingRate: (contract, at) => fundingAt(contract, at, rates.get(contract.id) ?? null)?.rate ?? null,
    assetPrice: (asset, at) => assetPrice(options, tracks, asset, at),
    candle: (contract, interval, within, now) => candleAt(trackOf(contract.id), interval, within, now),
    candles: (contract, interval, range) => candlesOf(trackOf(contract.id), interval, range),
    setPrice: (contract, at, order) => trackOf(contract.id).course.set(at, order),
    release: (contract, at) => trackOf(contract.id).course.release(at),
    setFundingRate: (contract, rate) => {
      if (rate === null) rates.delete(contract.id)
      else rates.set(contract.id, rate)
    },
  }
}

function createTracks({
  seed,
  market,
  syntheticContracts,
  listedAt = NOVEMBER_2026,
}: MarketOptions): ReadonlyMap<string, Track> {
  const walks = new Map<string, Walk>()
  const walkOf = ({ walk, contract }: Listed): Walk => {
    const made = walks.get(walk) ?? createWalk(seed, walk, contract.volatility)
    walks.set(walk, made)
    return made
  }
  const tracks = catalogue(listedAt, syntheticContracts).map((listed) => {
    const walk = walkOf(listed)
    const track = { contract: listed.contract, walk, course: createCourse(walk, listed.contract.anchor) }
    if (market === 'still') track.course.set(0, standing(listed.contract))
    return [listed.contract.id, track] as const
  })
  return new Map(tracks)
}

function standing(contract: Contract): Parameters<Market['setPrice']>[2] {
  const price = snap(contract.anchor, contract.tick)
  return { last: price, mark: price, index: price, then: 'hold' }
}

function symbolIndex(contracts: readonly Contract[]): Readonly<Record<VenueName, ReadonlyMap<string, Contract>>> {
  const of = (venue: VenueName): ReadonlyMap<string, Contract> =>
    new Map(
      contracts.flatMap((contract) => (contract.symbols[venue] === null ? [] : [[contract.symbols[venue], contract]])),
    )
  return { bybit: of('bybit'), binance: of('binance') }
}

/** The figures of a second are made once, however many ask. */
function createDay(trackOf: (id: string) => Track): Market['day'] {
  const byContract = new Map<string, (second: number) => ReturnType<Market['day']>>()
  return (contract, at) => {
    const known = byContract.get(contract.id)
    const of = known ?? remember(2, (second) => dayAt(trackOf(contract.id), second * SECOND))
    if (known === undefined) byContract.set(contract.id, of)
    return of(Math.floor(at / SECOND))
  }
}

function assetPrice(options: MarketOptions, tracks: ReadonlyMap<string, Track>, asset: string, at: Time): Decimal {
  if (asset === 'USDT' && options.market === 'still') return decimal('1.0001')
  if (STABLE.includes(asset)) return stablePrice(hashPair(options.seed, hashText(asset)), asset, at)
  const track = tracks.get(`${asset}USDT`)
  return track === undefined ? decimal('1') : fairAt(track, at).index
}

/** Moves by a few hundredths of a per cent over hours. */
function stablePrice(place: number, asset: string, at: Time): Decimal {
  if (asset !== 'USDT') return decimal('1')
  return fixed(10_001 + Math.round(2 * smoothNoise(place, at / (2 * HOUR))), 4)
}
