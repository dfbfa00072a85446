import type { FlowRow } from '../../../shared/account-rows.ts'
import type { AbsenceRow, AlertRow } from '../../../shared/alert-rows.ts'
import { add, isZero, mul, ONE, sub, trim, ZERO, type Decimal } from '../../../shared/decimal.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'
import type { Store } from '../../ports/store.ts'
import type { EngineState } from '../../state.ts'
import { factsIn, type AccountStretch, type Stretch } from './facts-in.ts'

export type GatherState = Pick<EngineState, 'accounts' | 'totals' | 'balances'>

/** Alerts that are looked through. */
const MOST_ALERTS = 1_000
/** An equity older than this before the absence is not what it began with. */
const BEGAN_WITHIN_MS = 15 * 60_000
const MOST_LISTED = 64
/** Alerts that speak of the watch itself. */
const OWN_KINDS: ReadonlySet<string> = new Set(['absence', 'all-clear'])

/** What happened between two moments, to one account or to all, as far as it is stored and known now. */
export function gather(
  store: Store,
  state: GatherState,
  stretch: AccountStretch,
  now: Time,
): Pick<AbsenceRow, 'fills' | 'funding' | 'pnl' | 'alerts'> {
  return {
    fills: factsIn((query) => store.fills(query), stretch).length,
    funding: fundingOf(factsIn((query) => store.flows(query), stretch)),
    pnl: accountsOf(state, stretch)
      .slice(0, MOST_LISTED)
      .flatMap((account) => pnlOf(store, state, account, stretch, now)),
    alerts: alertsIn(store, stretch, now),
  }
}

function accountsOf({ accounts }: GatherState, { account }: AccountStretch): readonly string[] {
  return account === null ? [...accounts.keys()] : [account]
}

function fundingOf(flows: readonly FlowRow[]): AbsenceRow['funding'] {
  const sums = new Map<string, Decimal>()
  for (const { kind, asset, amount } of flows)
    if (kind === 'funding') sums.set(asset, add(sums.get(asset) ?? ZERO, amount))
  return [...sums].slice(0, MOST_LISTED).map(([asset, amount]) => ({ asset, amount: trim(amount) }))
}

function pnlOf(
  store: Store,
  { totals, balances }: GatherState,
  key: string,
  { from }: Stretch,
  now: Time,
): AbsenceRow['pnl'] {
  const total = totals.get(key)
  if (total === undefined || total.account === 'all') return []
  const { account, currency, equity, freshness } = total
  const began = store.equityAt(account, from)
  const known = began !== null && from - began.at <= BEGAN_WITHIN_MS && freshness === 'live'
  const rateOf = (asset: string): Decimal | null =>
    asset === currency ? ONE : (balances.get(`${account} ${asset}`)?.rate ?? null)
  const moved = known ? movedSince(store, account, began.at, now, rateOf) : null
  const amount = known && equity !== null && moved !== null ? trim(sub(sub(equity, began.equity), moved)) : null
  return [{ account, currency, amount }]
}

/** Null where something was moved whose worth is not known. */
function movedSince(
  store: Store,
  account: AccountId,
  from: Time,
  to: Time,
  rateOf: (asset: string) => Decimal | null,
): Decimal | null {
  let moved = ZERO
  for (const { asset, amount } of store.transfers(account, from + 1, to)) {
    if (isZero(amount)) continue
    const rate = rateOf(asset)
    if (rate === null) return null
    moved = add(moved, mul(amount, rate))
  }
  return moved
}

/** Late ones tell of the absence though they were noticed after it. */
function alertsIn({ alerts }: Store, { account, from, to }: AccountStretch, now: Time): number {
  const fired = alerts.alerts(now + 1, MOST_ALERTS).filter(({ firedAt }) => firedAt >= from)
  const own = account === null ? fired : fired.filter((alert) => alert.account === account)
  return own.filter((alert) => !OWN_KINDS.has(alert.kind) && alert.ends === null && belongs(alert, to)).length
}

function belongs({ at, late }: AlertRow, to: Time): boolean {
  return late || at <= to
}
