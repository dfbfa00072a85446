import { useCallback } from 'react'
import { useFormats } from '../../format/formats.ts'

/** How amounts stand on a chart's scale: drawn from approximate numbers, so to the cent and no further. */
export function usePriceFormat(): (price: number) => string {
  const { language } = useFormats()
  return useCallback(
    (price: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(price),
    [language],
  )
}
