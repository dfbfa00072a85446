import type { Flow } from '../../engine/account/event.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import type { Income } from './wire-history.ts'

const KINDS: ReadonlyMap<string, Flow['kind']> = new Map([
  ['FUNDING_FEE', 'funding'],
  ['SPECIAL_FUNDING_FEE', 'funding'],
  ['COMMISSION', 'fee'],
  ['INSURANCE_CLEAR', 'fee'],
  ['POSITION_LIMIT_INCREASE_FEE', 'fee'],
  ['REFERRAL_KICKBACK', 'rebate'],
  ['COMMISSION_REBATE', 'rebate'],
  ['API_REBATE', 'rebate'],
  ['FEE_RETURN', 'rebate'],
  ['TRANSFER', 'transfer'],
  ['INTERNAL_TRANSFER', 'transfer'],
  ['CROSS_COLLATERAL_TRANSFER', 'transfer'],
  ['COIN_SWAP_DEPOSIT', 'transfer'],
  ['COIN_SWAP_WITHDRAW', 'transfer'],
  ['STRATEGY_UMFUTURES_TRANSFER', 'transfer'],
  ['REALIZED_PNL', 'realised'],
  // The exchange's own spelling.
  ['DELIVERED_SETTELMENT', 'realised'],
  ['OPTIONS_SETTLE_PROFIT', 'realised'],
  ['BFUSD_REWARD', 'interest'],
])

/** Every type we know by name; the exchange adds others without notice. */
export const knownTypes: readonly string[] = [
  ...KINDS.keys(),
  'WELCOME_BONUS',
  'CONTEST_REWARD',
  'OPTIONS_PREMIUM_FEE',
  'AUTO_EXCHANGE',
]

/** Transaction ids are unique only within a type; asset and symbol keep the two rows of one exchange apart. */
export function flowIdOf(income: Income): string {
  return [income.incomeType, income.tranId, income.asset, income.symbol].join(':')
}

/** The fee and the result of a trade are part of its fill; a row that names a trade must not be counted again. */
export function belongsToFill(income: Income): boolean {
  const ofTrade = income.incomeType === 'COMMISSION' || income.incomeType === 'REALIZED_PNL'
  return ofTrade && (income.tradeId ?? '') !== '' && income.tradeId !== '0'
}

export function flowOf(income: Income, market: MarketId): Flow {
  return {
    flow: flowIdOf(income),
    kind: KINDS.get(income.incomeType) ?? 'other',
    label: income.incomeType,
    instrument: income.symbol === '' ? null : instrumentId(market, income.symbol),
    symbol: income.symbol,
    amount: income.income,
    asset: income.asset,
    rate: null,
    at: income.time,
  }
}
