import { isZero } from '../../shared/decimal.ts'
import type { AccountReport, PositionReport, SymbolConfig } from './wire-account.ts'

interface Told {
  readonly account: AccountReport
  readonly positions: readonly PositionReport[]
  readonly symbols: readonly SymbolConfig[]
}

/**
 * Whether a list is empty by error: a good answer with nothing in it must not be taken for an account that is flat.
 * Two reports tell of the same positions and assets, so each is held against the other; null when they agree.
 */
export function contradictionIn({ account, positions, symbols }: Told): string | null {
  const open = new Set(positions.filter(isOpen).map(keyOf))
  if (account.positions.some((row) => isOpen(row) && !open.has(keyOf(row))))
    return 'positionRisk: a position is missing'
  if (open.size > 0 && symbols.length === 0) return 'symbolConfig: empty'
  const owns = account.totalWalletBalance !== null && !isZero(account.totalWalletBalance)
  return owns && account.assets.length === 0 ? 'account: assets' : null
}

type Row = Pick<PositionReport, 'symbol' | 'positionSide' | 'positionAmt'>

function isOpen(row: Row): boolean {
  return !isZero(row.positionAmt)
}

function keyOf(row: Row): string {
  return `${row.symbol} ${row.positionSide}`
}
