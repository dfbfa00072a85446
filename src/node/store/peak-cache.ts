import type { EquityReading } from '../../engine/ports/store.ts'
import type { EquityPoint } from '../../shared/account-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { EquityReader } from './equity-reader.ts'
import { candidate, higher } from './peak.ts'
import type { TransferSums } from './transfer-sum.ts'

interface Known {
  readonly peak: EquityPoint | null
  readonly sums: TransferSums
}

/** The peak per account, searched for once and then followed reading by reading. */
export interface PeakCache {
  readonly peak: (account: AccountId) => EquityPoint | null
  readonly took: (reading: EquityReading) => void
  /** A transfer, a change of currency or a removal makes the search necessary again. */
  readonly forget: (account: AccountId) => void
}

export function createPeakCache(reader: Pick<EquityReader, 'peak' | 'sums'>): PeakCache {
  const known = new Map<AccountId, Known>()

  function search(account: AccountId): EquityPoint | null {
    const sums = reader.sums(account)
    const peak = reader.peak(account)
    if (sums !== null) known.set(account, { peak, sums })
    return peak
  }

  function took({ account, at, equity }: EquityReading): void {
    const before = known.get(account)
    if (before === undefined) return
    // Readings are stored as the decimal text the port hands in.
    const point = candidate({ at, equity: equity as Decimal }, before.sums)
    known.set(account, { peak: higher(before.peak, point), sums: before.sums })
  }

  return {
    peak: (account) => {
      const before = known.get(account)
      return before === undefined ? search(account) : before.peak
    },
    took,
    forget: (account) => void known.delete(account),
  }
}
