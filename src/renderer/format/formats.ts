import { createContext, use } from 'react'
import {
  formatAmount,
  formatPercent,
  formatRounded,
  readLocale,
  withoutTail,
  type Locale,
} from '../../shared/format/amount.ts'
import { createTimeFormats, type TimeFormats } from './time.ts'
import type { Decimal } from '../../shared/decimal.ts'

/** Everything that decides how a figure looks to this user. */
export interface Formats {
  readonly language: string
  readonly privacy: boolean
  readonly time: TimeFormats
  /** Exactly the digits there are. */
  exact(amount: Decimal): string
  /** The exact value, without a long tail of zeros. */
  brief(amount: Decimal): string
  rounded(amount: Decimal, places: number): string
  percent(fraction: Decimal, places: number): string
}

export function createFormats(language: string, timeZone: string, privacy: boolean): Formats {
  const locale: Locale = readLocale(language)
  return {
    language,
    privacy,
    time: createTimeFormats(language, timeZone),
    exact: (amount) => formatAmount(amount, locale),
    brief: (amount) => formatAmount(withoutTail(amount), locale),
    rounded: (amount, places) => formatRounded(amount, places, locale),
    percent: (fraction, places) => formatPercent(fraction, places, locale),
  }
}

export const FormatsContext = createContext<Formats | null>(null)

export function useFormats(): Formats {
  const formats = use(FormatsContext)
  if (formats === null) throw new Error('A figure was rendered outside its formats')
  return formats
}
