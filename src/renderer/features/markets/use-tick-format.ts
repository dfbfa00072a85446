import { useCallback } from 'react'
import type { InstrumentId } from '../../../shared/ids.ts'
import { placesOf } from '../../../shared/format/amount.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'

/** Prices on the scale, to the contract's own step. */
export function useTickFormat(instrument: InstrumentId): (price: number) => string {
  const { language } = useFormats()
  const { queries } = usePage()
  const tick = useRow(queries.prices([instrument]), instrument)?.tick
  const places = tick === undefined ? 2 : placesOf(tick)
  return useCallback(
    (price: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places }).format(price),
    [language, places],
  )
}
