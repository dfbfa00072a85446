import { isZero, negate, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Account } from '../../ledger/account.ts'
import type { Fill, FundingPayment, WalletEntry } from '../../ledger/fill.ts'
import type { Market } from '../../market/market.ts'
import { money } from '../format.ts'
import { symbolOf, tradeId } from '../names.ts'
import { limitOf, wholeNumbers } from './parameters.ts'
import { refusals, unreadParameter, type Refusal } from './refusal.ts'
import { namedContract, type AccountCall, type Outcome } from './route.ts'
import { RETENTION } from './trade-rows.ts'

const WEEK = 7 * 86_400_000
const FIRST_TRANSACTION = 9_689_000_000

/** One row of the income list. `tranId` is unique only within user and type, as on the venue. */
interface IncomeRow {
  readonly symbol: string
  readonly incomeType: string
  readonly income: string
  readonly asset: string
  readonly time: Time
  readonly info: string
  readonly tranId: number
  readonly tradeId: string
}

/** `GET /fapi/v1/income`: ascending, both ends inclusive, by time only since `page` is gone (2026-10). */
export function income(call: AccountCall): Outcome {
  const { parameters, options } = call
  if (options.incomePage === 'refused' && parameters.has('page')) return fail(unreadParameter('page'))
  const contract = namedContract(call)
  if (!contract.ok) return contract
  const limit = limitOf(parameters, 1000, 100)
  if (!limit.ok) return limit
  const span = wantedSpan(call)
  if (!span.ok) return span
  const type = parameters.get('incomeType')
  const symbol = parameters.get('symbol')
  const rows = incomeRows(call.account, call.world.market)
    .filter((row) => row.time >= span.value.from && row.time <= span.value.to)
    .filter((row) => (type ?? row.incomeType) === row.incomeType && (symbol ?? row.symbol) === row.symbol)
  return ok(rows.slice(0, limit.value))
}

function wantedSpan({ parameters, now }: AccountCall): Result<{ readonly from: Time; readonly to: Time }, Refusal> {
  const stated = wholeNumbers(parameters, 'startTime', 'endTime')
  if (!stated.ok) return stated
  const { startTime, endTime } = stated.value
  const to = endTime ?? now
  if (startTime !== null && startTime > to) return fail(refusals.startAfterEnd)
  return ok({ from: Math.max(startTime ?? to - WEEK, now - RETENTION), to })
}

/** Everything the account ever earned or paid, oldest first. */
function incomeRows(account: Account, market: Market): readonly IncomeRow[] {
  const { fills, funding, entries } = account.history()
  const rows = [
    ...fills.flatMap((fill) => tradeIncome(fill, market)),
    ...funding.map((payment) => fundingIncome(payment, market)),
    ...entries.flatMap((entry) => walletIncome(entry, market)),
  ]
  return rows.toSorted((a, b) => a.time - b.time)
}

/** Profit and fee share trade and transaction number; both are stamped to the second. */
function tradeIncome(fill: Fill, market: Market): readonly IncomeRow[] {
  const contract = market.contract(fill.contract)
  const common = {
    symbol: symbolOf(contract),
    time: fill.at - (fill.at % 1000),
    info: String(tradeId(fill)),
    tranId: FIRST_TRANSACTION + fill.number,
    tradeId: String(tradeId(fill)),
  }
  const row = (incomeType: string, amount: Decimal, asset: string): readonly IncomeRow[] =>
    isZero(amount) ? [] : [{ ...common, incomeType, income: money(amount), asset }]
  return [...row('REALIZED_PNL', fill.realised, contract.settle), ...row('COMMISSION', negate(fill.fee), fill.feeAsset)]
}

function fundingIncome(payment: FundingPayment, market: Market): IncomeRow {
  return {
    symbol: symbolOf(market.contract(payment.contract)),
    incomeType: 'FUNDING_FEE',
    income: money(payment.payment),
    asset: payment.asset,
    time: payment.at,
    info: 'FUNDING_FEE',
    tranId: FIRST_TRANSACTION + payment.number,
    tradeId: '',
  }
}

/** Of the wallet's own book only what no other list tells: transfers, and what the insurance fund made up. */
function walletIncome(entry: WalletEntry, market: Market): readonly IncomeRow[] {
  const { cause } = entry
  if (cause.kind !== 'transfer' && cause.kind !== 'insurance') return []
  const incomeType = cause.kind === 'transfer' ? 'TRANSFER' : 'INSURANCE_CLEAR'
  return [
    {
      symbol: cause.kind === 'transfer' ? '' : symbolOf(market.contract(cause.contract)),
      incomeType,
      income: money(entry.change),
      asset: entry.asset,
      time: entry.at,
      info: incomeType,
      tranId: FIRST_TRANSACTION + entry.number,
      tradeId: '',
    },
  ]
}
