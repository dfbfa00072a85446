import type { AccountSnapshot } from '../../engine/account/event.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { assemble } from './assemble.ts'
import { identityAsk } from './identity.ts'
import { readReports, type Ask } from './pages.ts'
import { products } from './products.ts'
import { signedRead } from './reads.ts'

/**
 * The whole account: wallet, positions and open orders of every product, all pages, and the margin mode.
 * Docs: /v5/account/wallet-balance, /v5/position/list, /v5/order/realtime, /v5/account/info
 */
export function* snapshot(context: MarketContext): Plan<AccountSnapshot> {
  const reports = yield* readReports([
    ...accountAsks(context),
    ...listAsks('/v5/position/list', '200'),
    ...listAsks('/v5/order/realtime', '50'),
  ])
  if (!reports.ok) return reports
  const [wallet, info, key, ...lists] = reports.value
  const [positions, orders] = [lists.slice(0, products.length), lists.slice(products.length)]
  return assemble({ wallet, info, key, positions, orders }, context.market)
}

/** Demo trading has not always answered about its modes; there it counts as a plain cross-margin account. */
function accountAsks({ environment }: MarketContext): readonly Ask[] {
  return [
    { read: signedRead('/v5/account/wallet-balance', [['accountType', 'UNIFIED']]), shape: 'list', needed: 'always' },
    {
      read: signedRead('/v5/account/info'),
      shape: 'object',
      needed: environment === 'demo-trading' ? 'if-possible' : 'always',
    },
    identityAsk,
  ]
}

function listAsks(path: string, limit: string): readonly Ask[] {
  return products.map(({ query }) => ({
    read: signedRead(path, [...query, ['limit', limit]]),
    shape: 'list',
    needed: 'always',
  }))
}
