import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Change } from '../../ledger/change.ts'
import { accountFigures } from '../../ledger/figures.ts'
import type { AccountFigures } from '../../ledger/margin.ts'
import { positionKey, type Position } from '../../ledger/position.ts'
import type { Contract } from '../../market/contract.ts'
import { symbolOf } from '../names.ts'
import { fastFill, fundingExecution, streamFill } from '../rows/execution-row.ts'
import { streamOrder } from '../rows/order-row.ts'
import { streamPosition } from '../rows/position-row.ts'
import { walletRow } from '../rows/wallet-row.ts'
import type { PrivateKind } from './private-topics.ts'

/** A frame before it is addressed: the topic a client subscribed to is written into it last. */
export interface PrivateFrame {
  readonly kind: PrivateKind
  readonly contract: Contract | null
  readonly id: string | null
  readonly creationTime: number
  readonly rows: readonly unknown[]
}

/** What a change makes the private stream say, in the order it is said. */
export function privateFrames(world: World, change: Change): readonly PrivateFrame[] {
  const { account, reason } = change
  const figures = accountFigures(account, world.market, change.at)
  const contract = change.contract === null ? null : world.market.contract(change.contract)
  const scene = { world, change, account, figures, contract }
  switch (reason) {
    case 'fill':
    case 'liquidation':
      return [...fast(scene), ...executions(scene), ...orders(scene, 4), ...positions(scene, 6), ...wallets(scene, 6)]
    case 'order':
      return [...orders(scene, 2), ...wallets(scene, 4), ...positions(scene, 4)]
    case 'funding':
      return [...payments(scene), ...positions(scene, 5), ...wallets(scene, 5)]
    case 'leverage':
      return positions(scene, 3)
    case 'transfer':
    case 'insurance':
      return wallets(scene, 3)
    case 'margin-mode':
    case 'position-mode':
    case 'assets-mode':
    case 'fees-mode':
    case 'account-kind':
      return []
  }
}

interface Scene {
  readonly world: World
  readonly change: Change
  readonly account: Account
  readonly figures: AccountFigures
  readonly contract: Contract | null
}

function fast({ account, change, contract }: Scene): readonly PrivateFrame[] {
  if (contract === null) return []
  const rows = change.fills.filter(({ cause }) => cause === 'trade').map((fill) => fastFill(account, contract, fill))
  return rows.length === 0 ? [] : [{ kind: 'execution.fast', contract, id: null, creationTime: change.at + 1, rows }]
}

function executions({ account, change, contract }: Scene): readonly PrivateFrame[] {
  if (contract === null) return []
  const rows = change.fills.map((fill) => streamFill(account, contract, fill))
  const id = `${account.user}_${symbolOf(contract)}_${change.fills.at(-1)?.sequence ?? 0}`
  return [{ kind: 'execution', contract, id, creationTime: change.at + 4, rows }]
}

function payments({ account, change, contract }: Scene): readonly PrivateFrame[] {
  if (contract === null) return []
  const rows = change.funding.map((payment) => ({
    category: contract.form,
    ...fundingExecution(account, contract, payment),
    extraFees: [],
    feeCurrency: payment.asset,
    execPnl: '0',
    isLeverage: '0',
    marketUnit: '',
    createType: '',
  }))
  const id = `${account.user}_${symbolOf(contract)}_${change.funding.at(-1)?.sequence ?? 0}`
  return [{ kind: 'execution', contract, id, creationTime: change.at + 4, rows }]
}

function orders({ account, change, contract }: Scene, after: number): readonly PrivateFrame[] {
  if (contract === null || change.orders.length === 0) return []
  const rows = change.orders.map((order) => streamOrder(account, contract, order))
  const id = `${account.user}_${symbolOf(contract)}_${change.orders.at(-1)?.number ?? 0}`
  return [{ kind: 'order', contract, id, creationTime: change.at + after, rows }]
}

/** One frame for each contract, with its changed slots. */
function positions(scene: Scene, after: number): readonly PrivateFrame[] {
  const { account, change, world } = scene
  const newest = new Map(change.positions.map((position) => [positionKey(position.contract, position.slot), position]))
  const byContract = Map.groupBy(newest.values(), (position) => position.contract)
  return [...byContract].map(([id, changed]) => ({
    kind: 'position',
    contract: world.market.contract(id),
    id: `${account.user}_position_${change.at + after}`,
    creationTime: change.at + after,
    rows: changed.map((position) => positionRow(scene, position)),
  }))
}

function positionRow({ world, account, change, figures }: Scene, position: Position): unknown {
  const contract = world.market.contract(position.contract)
  const own = figures.positions.get(positionKey(position.contract, position.slot)) ?? null
  return streamPosition({ world, account, contract, position, figures: own, now: change.at })
}

/** Account-wide totals, but only the coins that moved or whose margin did. */
function wallets({ account, change, figures, contract }: Scene, after: number): readonly PrivateFrame[] {
  const moved = change.wallets.map(({ asset }) => asset)
  const coins = moved.length > 0 || contract === null ? moved : [contract.settle]
  const rows = [walletRow(account, figures, coins)]
  const creationTime = change.at + after
  return [{ kind: 'wallet', contract: null, id: `${account.user}_wallet_${creationTime}`, creationTime, rows }]
}
