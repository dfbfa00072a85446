import type { AccountId } from '../../shared/ids.ts'
import type { CoverageTable } from './coverage-table.ts'
import type { EquityTable } from './equity-table.ts'
import type { FactsTable } from './facts-table.ts'
import type { PeakCache } from './peak-cache.ts'
import type { Write } from './write.ts'

interface Tables {
  readonly facts: FactsTable
  readonly coverage: CoverageTable
  readonly equity: EquityTable
  readonly peaks: PeakCache
  /** The currency an account's curve is in, as stored before this write. */
  readonly currency: (account: AccountId) => string | null
}

/** Puts one write into its table. Must run inside a transaction. */
export function createApply({ facts, coverage, equity, peaks, currency }: Tables): (write: Write) => void {
  function applyReading(reading: Extract<Write, { kind: 'equity' }>['reading']): void {
    if (currency(reading.account) !== reading.currency) peaks.forget(reading.account)
    equity.write(reading)
    peaks.took(reading)
  }

  return (write) => {
    switch (write.kind) {
      case 'fill':
        return facts.writeFill(write.row)
      case 'flow':
        if (write.row.kind === 'transfer') peaks.forget(write.row.account)
        return facts.writeFlow(write.row)
      case 'equity':
        return applyReading(write.reading)
      case 'coverage':
        return coverage.prove(write.history, write.stretch)
    }
  }
}
