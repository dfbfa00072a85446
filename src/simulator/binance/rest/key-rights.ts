import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'

/** `GET /sapi/v1/account/apiRestrictions`: what the key may do, as distinct from what the account may. */
export function keyRights({ rights }: Key, account: Account): unknown {
  const trades = rights !== 'read-only'
  const withdraws = rights === 'withdraw'
  return {
    ipRestrict: false,
    createTime: 1_698_645_219_000,
    enableReading: true,
    enableFutures: trades,
    enableWithdrawals: withdraws,
    enableInternalTransfer: withdraws,
    permitsUniversalTransfer: false,
    enableMargin: false,
    enableSpotAndMarginTrading: trades,
    enableVanillaOptions: false,
    enablePortfolioMarginTrading: account.state().modes.kind === 'portfolio-margin',
    enableFixApiTrade: false,
    enableFixReadOnly: false,
  }
}
