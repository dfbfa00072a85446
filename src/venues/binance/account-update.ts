import type { AccountEvent, Balance } from '../../engine/account/event.ts'
import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'
import { equals } from '../../shared/decimal.ts'
import type { MarketId, Time } from '../../shared/ids.ts'
import { unlessRecent } from './lost-figures.ts'
import { hearPosition, type Told } from './position-change.ts'
import type { AccountUpdate, WalletChange } from './wire-events.ts'

/**
 * What changed, completed from what is known. Figures the exchange does not tell here and that no longer hold become
 * unknown, never zero, and the whole account is fetched soon. Funding shows as the balance it leaves behind; the payment
 * itself is read from the history, where it has an id, so that it is never counted twice.
 */
export function hearAccountUpdate(
  update: AccountUpdate,
  context: PrivateContext,
  market: MarketId,
): Heard<AccountEvent> {
  const told = [
    ...update.a.B.map((change) => hearWallet(change, update.T, context)),
    ...update.a.P.map((change) => hearPosition(change, update.T, context, market)),
  ]
  const items = told.flatMap(({ event }) => (event === null ? [] : [event]))
  const why = told.find((one) => one.resync !== null)?.resync ?? null
  return why === null ? { kind: 'items', items } : { kind: 'resync', why, items }
}

function hearWallet(change: WalletChange, at: Time, context: PrivateContext): Told {
  const known = context.state?.balances.get(change.a) ?? null
  const same = known !== null && equals(known.wallet, change.wb)
  const balance: Balance = {
    ...(same ? known : { ...UNTOLD, rate: known?.rate ?? null }),
    asset: change.a,
    wallet: change.wb,
    recency: { sequence: null, at },
  }
  const lost = !same && known?.available !== null
  const resync = lost ? unlessRecent('available balance after a change', context) : null
  return { event: { kind: 'balance', balance }, resync }
}

/** The stream tells the wallet and nothing else of an asset. */
const UNTOLD = {
  available: null,
  borrowed: null,
  unrealisedPnl: null,
  equity: null,
  rate: null,
  initialMargin: null,
  maintenanceMargin: null,
} as const
