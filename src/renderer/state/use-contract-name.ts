import { useMemo } from 'react'
import { symbolOf, venueOf, type InstrumentId } from '../../shared/ids.ts'
import { useInfo } from './use-info.ts'

/** How contracts are told apart in a sentence: `BTCUSDT (Somewhere)`. */
export type ContractName = (instrument: InstrumentId) => string

/** Until it is known what an exchange is called, and where this build does not know it, its id stands for it. */
export function useContractName(): ContractName {
  const venues = useInfo()?.venues
  return useMemo(() => {
    const names = new Map(venues?.map(({ venue, name }) => [venue, name]))
    return (instrument) => {
      const venue = venueOf(instrument)
      return `${symbolOf(instrument)} (${names.get(venue) ?? venue})`
    }
  }, [venues])
}
