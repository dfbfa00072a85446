import type { PositionRow } from '../../../shared/account-rows.ts'
import { sum, type Decimal } from '../../../shared/decimal.ts'
import { Amount } from '../../parts/figure.tsx'

interface SumsProps {
  readonly rows: readonly PositionRow[]
  readonly pick: (row: PositionRow) => Decimal | null
  readonly change?: 'signed'
}

/** The sum of the rows, one per settlement asset since different assets do not add; unknown as soon as one of its rows is. */
export function Sums({ rows, pick, change }: SumsProps) {
  const assets = [...new Set(rows.map((row) => row.settleAsset))].sort()
  return (
    <span className="sums">
      {assets.map((asset) => (
        <Amount
          key={asset}
          value={sumKnown(rows.filter((row) => row.settleAsset === asset).map(pick))}
          places={2}
          unit={assets.length > 1 ? asset : undefined}
          {...(change && { change })}
        />
      ))}
    </span>
  )
}

function sumKnown(amounts: readonly (Decimal | null)[]): Decimal | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length ? sum(known) : null
}
