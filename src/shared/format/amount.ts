import { round, sign, trim, type Decimal } from '../decimal.ts'

/** What stands for a figure nobody knows. Never a zero. */
export const UNKNOWN = '—'
/** What stands for an amount in privacy mode: always as wide, so that it tells nothing. */
export const HIDDEN = '••••••'

export interface Locale {
  readonly group: string
  readonly point: string
  readonly minus: string
}

/** How a language writes numbers, taken from the browser once. */
export function readLocale(language: string): Locale {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(-1234567.5)
  const find = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  return { group: find('group', '\u00a0'), point: find('decimal', '.'), minus: '−' }
}

/** An amount with exactly its own digits, grouped for the language. Works on text, so nothing is ever rounded. */
export function formatAmount(amount: Decimal, { group, point, minus }: Locale): string {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction] = (negative ? amount.slice(1) : amount).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, group) : groupFour(whole, group)
  const text = fraction === undefined ? grouped : `${grouped}${point}${fraction}`
  return negative && sign(amount) !== 0 ? `${minus}${text}` : text
}

/** The same value without a long tail of zeros: 96476.50000000 reads 96476.5, while 84021.50 keeps its digits. */
export function withoutTail(amount: Decimal): Decimal {
  return /\.\d*0{4}$/.test(amount) ? trim(amount) : amount
}

/** A computed amount, rounded for the eye to so many places; the exact one is in its tooltip. */
export function formatRounded(amount: Decimal, places: number, locale: Locale): string {
  return formatAmount(pad(round(amount, places, 'half-even'), places), locale)
}

/** With a sign in front of gains as well as losses. */
export function withSign(text: string, amount: Decimal): string {
  return sign(amount) > 0 ? `+${text}` : text
}

/** A fraction as a percentage with so many places: 0.0129 is 1.29 %. */
export function formatPercent(fraction: Decimal, places: number, locale: Locale): string {
  return `${formatRounded(hundredfold(fraction), places, locale)}\u00a0%`
}

export function hundredfold(fraction: Decimal): Decimal {
  const negative = fraction.startsWith('-')
  const [whole = '0', part = ''] = (negative ? fraction.slice(1) : fraction).split('.')
  const digits = `${whole}${part.padEnd(2, '0')}`
  const place = whole.length + 2
  const rest = digits.slice(place)
  const head = digits.slice(0, place).replace(/^0+(?=\d)/, '')
  // Moving the point of a decimal gives a decimal.
  return trim(`${negative ? '-' : ''}${head}${rest === '' ? '' : `.${rest}`}` as Decimal)
}

/** The arrow that goes with a change, so that colour is never alone. */
export function arrowOf(amount: Decimal): '▲' | '▼' | '' {
  const direction = sign(amount)
  return direction > 0 ? '▲' : direction < 0 ? '▼' : ''
}

export function toneOf(amount: Decimal | null): 'up' | 'down' | 'flat' {
  if (amount === null) return 'flat'
  const direction = sign(amount)
  return direction > 0 ? 'up' : direction < 0 ? 'down' : 'flat'
}

/** Decimal places of a price step: 0.10 has one that counts, 0.0001 four. */
export function placesOf(step: Decimal): number {
  const short = trim(step)
  const point = short.indexOf('.')
  return point < 0 ? 0 : short.length - point - 1
}

function groupFour(whole: string, group: string): string {
  return whole.length === 4 ? `${whole.slice(0, 1)}${group}${whole.slice(1)}` : whole
}

function pad(amount: Decimal, places: number): Decimal {
  if (places === 0) return amount
  const [whole = '0', fraction = ''] = amount.split('.')
  return `${whole}.${fraction.padEnd(places, '0')}` as Decimal
}
