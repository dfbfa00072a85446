import { isDecimal } from '../decimal.ts'
import type { Language } from '../sentence.ts'
import { formatAmount, formatPercent, HIDDEN, UNKNOWN, withoutTail, withSign, type Locale } from './amount.ts'

/** How one reader sees figures. */
export interface Reader {
  readonly language: Language
  readonly locale: Locale
  /** An IANA zone, or undefined for this computer's. */
  readonly timeZone: string | undefined
  readonly privacy: boolean
}

/**
 * An alert's sentence with its values written for one reader, ready to be translated. The first word of a value's name
 * says what it is: an amount is hidden in privacy mode, prices and shares are not; what is not known is a dash.
 */
export function writeValues<Said extends { readonly values: Readonly<Record<string, string>> }>(
  said: Said,
  reader: Reader,
): Said {
  return {
    ...said,
    values: Object.fromEntries(Object.entries(said.values).map(([name, value]) => [name, write(name, value, reader)])),
  }
}

function write(name: string, value: string, reader: Reader): string {
  const kind = /^[a-z]+/.exec(name)?.[0] ?? ''
  const writer = WRITERS[kind]
  if (writer === undefined || kind === name) return WORDS[value]?.[reader.language] ?? value
  return value === '' ? UNKNOWN : writer(value, reader)
}

type Writer = (value: string, reader: Reader) => string

const WRITERS: Readonly<Record<string, Writer>> = {
  amount: (value, reader) => (reader.privacy ? HIDDEN : exact(value, reader)),
  amounts: (value, reader) => (reader.privacy ? HIDDEN : value.split(', ').map(within(reader)).join(', ')),
  price: exact,
  share: (value, { locale }) =>
    isDecimal(value) ? withSign(formatPercent(value, placesFor(value), locale), value) : value,
  time: (value, { language, timeZone }) =>
    new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(Number(value)),
  span: (value, reader) => writeSpan(Number(value), reader.language),
  bytes: (value, { language }) => writeBytes(Number(value), language),
}

function exact(value: string, { locale }: Reader): string {
  return isDecimal(value) ? formatAmount(withoutTail(value), locale) : value
}

/** `12.5 USDT`: the amount is written, its unit stays. */
function within(reader: Reader): (part: string) => string {
  return (part) => {
    const [amount = '', ...unit] = part.split(' ')
    return [exact(amount, reader), ...unit].join(' ')
  }
}

/** Funding rates are small: 0.0001 is 0.01 %, and two places would hide most of them. */
function placesFor(value: string): number {
  return Math.abs(Number(value)) < 0.01 ? 4 : 2
}

const SPANS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** In its largest whole unit: 90 minutes are "1 hr 30 min", 5 seconds "5 sec". */
export function writeSpan(ms: number, language: Language): string {
  const largest = SPANS.findIndex(([, size]) => ms >= size)
  if (largest < 0) return unit(language, 'millisecond', Math.round(ms))
  const parts = SPANS.slice(largest, largest + 2).reduce<{ readonly left: number; readonly said: readonly string[] }>(
    ({ left, said }, [name, size]) => {
      const count = Math.floor(left / size)
      return { left: left - count * size, said: count === 0 ? said : [...said, unit(language, name, count)] }
    },
    { left: ms, said: [] },
  )
  return parts.said.join(' ')
}

const SIZES = [
  ['terabyte', 1e12],
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const

/** In the largest unit it fills: 153,000 megabytes are "153 GB". */
export function writeBytes(bytes: number, language: Language): string {
  const [name, size] = SIZES.find(([, each]) => bytes >= each) ?? ['byte', 1]
  return unit(language, name, bytes / size)
}

function unit(language: Language, name: string, count: number): string {
  const style = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, style).format(count)
}

/** Words that stand as values. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  long: { en: 'long', ru: 'лонг', bg: 'дълга' },
  short: { en: 'short', ru: 'шорт', bg: 'къса' },
  'read-only': { en: 'read-only', ru: 'только чтение', bg: 'само за четене' },
  'can-trade': { en: 'can trade', ru: 'может торговать', bg: 'може да търгува' },
  'can-withdraw': { en: 'can withdraw', ru: 'может выводить средства', bg: 'може да тегли средства' },
}
