import type { Flow } from '../../engine/account/event.ts'
import { isZero } from '../../shared/decimal.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { amountOf, maybeAmount, momentOf, wordOf } from './values.ts'
import type { LedgerRow } from './wire-rest.ts'

/**
 * The transaction log repeats what executions already tell, so each kind has one source:
 *
 * - trades, their fees, liquidations, auto-deleveraging, delivery: executions (fills);
 * - funding: executions (flows of kind `funding`), because the stream delivers it there at once under the same id;
 * - the cash part of a USDC session settlement, and everything else: this log.
 *
 * Types unknown to us pass as `other`, under the exchange's word.
 * Docs: https://bybit-exchange.github.io/docs/v5/enum#typeuta-translog
 */
const toldByExecutions: ReadonlySet<string> = new Set(['TRADE', 'DELIVERY', 'LIQUIDATION', 'ADL'])

const kinds: ReadonlyMap<string, Flow['kind']> = new Map([
  ['TRANSFER_IN', 'transfer'],
  ['TRANSFER_OUT', 'transfer'],
  ['BONUS_TRANSFER_IN', 'transfer'],
  ['BONUS_TRANSFER_OUT', 'transfer'],
  ['PEF_TRANSFER_IN', 'transfer'],
  ['PEF_TRANSFER_OUT', 'transfer'],
  ['TRANSFER_IN_INS_LOAN', 'transfer'],
  ['TRANSFER_OUT_INS_LOAN', 'transfer'],
  ['INSTITUTION_LOAN_TRANSFER_IN', 'transfer'],
  ['INSTITUTION_LOAN_TRANSFER_OUT', 'transfer'],
  ['PREMARKET_TRANSFER_OUT', 'transfer'],
  ['INTEREST', 'interest'],
  ['INTEREST_REPAYMENT_INS_LOAN', 'interest'],
  ['AUTO_INTEREST_REPAYMENT_INS_LOAN', 'interest'],
  ['INSTITUTION_PAYBACK_INTEREST_OUT', 'interest'],
  ['INSTITUTION_LIQ_INTEREST_OUT', 'interest'],
  ['FEE_REFUND', 'rebate'],
  ['CUSTODY_NETWORK_FEE', 'fee'],
  ['CUSTODY_SETTLE_FEE', 'fee'],
])

/** Null for a row whose money is told by executions, and for one that moved none. */
export function flowOf(row: LedgerRow, market: MarketId): Flow | null {
  if (toldByExecutions.has(row.type)) return null
  const settlement = row.type === 'SETTLEMENT'
  const amount = settlement ? maybeAmount(row.cashFlow) : amountOf(row.change)
  if (amount === null || isZero(amount)) return null
  const symbol = wordOf(row.symbol, 64)
  return {
    // The id alone is not unique: a conversion has one row per currency under the same id.
    flow: `log:${row.id}:${row.type}:${row.currency}`,
    kind: settlement ? 'realised' : (kinds.get(row.type) ?? 'other'),
    label: row.type,
    instrument: isContract(row, symbol) ? instrumentId(market, symbol) : null,
    symbol,
    amount,
    asset: row.currency,
    rate: null,
    at: momentOf(row.transactionTime),
  }
}

/** Spot pairs share their names with contracts, so the category decides. */
function isContract(row: LedgerRow, symbol: string): boolean {
  return symbol !== '' && (row.category === 'linear' || row.category === 'inverse')
}
