import type { RuleRow } from '../../shared/alert-rows.ts'
import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Houses } from '../accounts/houses.ts'
import type { Table } from '../tables.ts'

/** Keeps prices coming for every contract that a rule watches. */
export function wantPrices(rules: Table<RuleRow>, houses: Pick<Houses, 'of' | 'onOpened'>): Stop {
  const wants = new Map<InstrumentId, Stop>()

  function follow(): void {
    const watched = new Set([...rules.rows()].flatMap(([, row]) => instrumentsOf(row)))
    for (const [instrument, stop] of [...wants]) {
      if (watched.has(instrument)) continue
      stop()
      wants.delete(instrument)
    }
    for (const instrument of watched) want(instrument)
  }

  function want(instrument: InstrumentId): void {
    if (wants.has(instrument)) return
    const stop = houses.of(instrument)?.want(instrument, 'counted-on')
    if (stop !== undefined) wants.set(instrument, stop)
  }

  const stops = [rules.onChange(follow), houses.onOpened(follow)]
  return () => {
    for (const stop of [...stops, ...wants.values()]) stop()
  }
}

function instrumentsOf({ enabled, condition }: RuleRow): readonly InstrumentId[] {
  const instrument = enabled && 'instrument' in condition ? condition.instrument : null
  return instrument === null ? [] : [instrument]
}
