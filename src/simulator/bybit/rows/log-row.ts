import { abs, negate, sign, trim } from '../../../shared/decimal.ts'
import type { Account } from '../../ledger/account.ts'
import type { Fill, FundingPayment, WalletEntry } from '../../ledger/fill.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Contract } from '../../market/contract.ts'
import { sides, symbolOf, uuidOf } from '../names.ts'

type Row = Readonly<Record<string, unknown>>

/** A row of `/v5/account/transaction-log`: change = cashFlow + funding − fee. */
export function logRow(account: Account, entry: WalletEntry, contractOf: (id: string) => Contract): Row {
  const common = {
    ...nothing,
    change: trim(entry.change),
    cashFlow: trim(entry.change),
    transactionTime: String(entry.at),
    cashBalance: trim(entry.balance),
    currency: entry.asset,
  }
  switch (entry.cause.kind) {
    case 'trade':
      return { ...common, ...tradeFields(account, entry.cause.fill, contractOf(entry.cause.fill.contract)) }
    case 'fee':
      return { ...common, id: `${account.user}_${entry.asset}_${entry.number}`, type: 'TRADE', transSubType: 'fee' }
    case 'funding':
      return { ...common, ...fundingFields(account, entry.cause.funding, contractOf(entry.cause.funding.contract)) }
    case 'transfer':
      return { ...common, ...transferFields(account, entry) }
    case 'insurance':
      return { ...common, id: `${account.user}_${entry.asset}_${entry.number}`, type: 'FEE_REFUND' }
    default:
      return assertNever(entry.cause)
  }
}

/** The category an entry is listed under; transfers have none. */
export function categoryOfEntry({ cause }: WalletEntry, contractOf: (id: string) => Contract): string {
  if (cause.kind === 'trade' || cause.kind === 'fee') return contractOf(cause.fill.contract).form
  if (cause.kind === 'funding') return contractOf(cause.funding.contract).form
  return cause.kind === 'insurance' ? contractOf(cause.contract).form : ''
}

function tradeFields(account: Account, fill: Fill, contract: Contract): Row {
  return {
    id: `${account.user}_${symbolOf(contract)}_${fill.sequence}`,
    symbol: symbolOf(contract),
    category: contract.form,
    side: sides[fill.side],
    type: fill.cause === 'liquidation' ? 'LIQUIDATION' : 'TRADE',
    orderId: uuidOf('order', account, fill.order.number),
    orderLinkId: fill.order.clientId,
    tradeId: uuidOf('execution', account, fill.number),
    cashFlow: trim(fill.realised),
    fee: trim(fill.fee),
    feeRate: fill.feeRate,
    tradePrice: trim(fill.price),
    qty: trim(fill.quantity),
    size: trim(fill.held),
  }
}

function fundingFields(account: Account, funding: FundingPayment, contract: Contract): Row {
  const long = sign(funding.held) > 0
  return {
    id: `${account.user}_${symbolOf(contract)}_${funding.sequence}`,
    symbol: symbolOf(contract),
    category: contract.form,
    side: long ? 'Buy' : 'Sell',
    type: 'SETTLEMENT',
    orderId: `${Math.floor(funding.at / 1000)}-8-${account.user}-${long ? 1 : 2}-2`,
    tradeId: uuidOf('execution', account, funding.number),
    cashFlow: '0',
    funding: trim(funding.payment),
    fee: '0.00000000',
    // Signed for the side, so that a short that is paid reads like a long that pays.
    feeRate: trim(long ? funding.rate : negate(funding.rate)),
    tradePrice: trim(funding.mark),
    qty: trim(abs(funding.held)),
    size: trim(funding.held),
  }
}

function transferFields(account: Account, entry: WalletEntry): Row {
  return {
    id: `${account.user}_${entry.asset}_${entry.number}`,
    type: sign(entry.change) < 0 ? 'TRANSFER_OUT' : 'TRANSFER_IN',
    tradeId: uuidOf('trade', account, entry.number),
    side: 'None',
  }
}

const nothing: Row = {
  transSubType: '',
  id: '',
  symbol: '',
  side: '',
  funding: '',
  orderLinkId: '',
  orderId: '',
  fee: '0',
  feeRate: '0',
  bonusChange: '',
  size: '0',
  qty: '0',
  category: '',
  tradePrice: '',
  tradeId: '',
  extraFees: '',
}
