import type { Instrument } from '../../engine/market/instrument.ts'
import type { Plan, ReadOutcome } from '../../engine/ports/plan.ts'
import type { MarketId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { accept } from './decode.ts'
import { unreadable } from './failure.ts'
import { instrumentOf, type FundingIntervals } from './normalise-instrument.ts'
import { fundingInfoRead, publicRead } from './reads.ts'
import { contract, exchangeInfo, fundingInfos, type Contract } from './wire-market.ts'

const USUAL_FUNDING_HOURS = 8

/** Every contract the exchange lists; unreadable ones are left out, an empty list is a failure. */
export function* instrumentsPlan(market: MarketId): Plan<readonly Instrument[]> {
  const [info, funding] = yield [publicRead('/fapi/v1/exchangeInfo', 1), fundingInfoRead()]
  const listed = contractsOf(info)
  if (!listed.ok) return listed
  const intervals = intervalsOf(funding)
  return ok(listed.value.map((row) => instrumentOf(row, intervals, market)))
}

function contractsOf(outcome: ReadOutcome | undefined): Result<readonly Contract[]> {
  const info = accept(outcome, exchangeInfo, 'exchangeInfo')
  if (!info.ok) return info
  const contracts = info.value.symbols.flatMap(readable).filter(isUsdMargined)
  return contracts.length === 0 ? fail(unreadable('exchangeInfo: symbols')) : ok(contracts)
}

function readable(row: unknown): readonly Contract[] {
  const read = contract.safeParse(row)
  return read.success && !read.data.symbol.includes('/') ? [read.data] : []
}

/** A contract margined in its own base is COIN-M: inverse, and not of this market. */
function isUsdMargined(row: Contract): boolean {
  return row.marginAsset !== row.baseAsset
}

/** Only adjusted contracts are listed; without the list no interval is known, and none is guessed. */
function intervalsOf(outcome: ReadOutcome | undefined): FundingIntervals {
  const infos = accept(outcome, fundingInfos, 'fundingInfo')
  if (!infos.ok) return () => null
  const hours = new Map(infos.value.map((row) => [row.symbol, row.fundingIntervalHours ?? null]))
  return (symbol) => (hours.has(symbol) ? (hours.get(symbol) ?? null) : USUAL_FUNDING_HOURS)
}
