import { isDecimal, type Decimal } from '../../shared/decimal.ts'
import type { Locale } from '../../shared/format/amount.ts'

const MINUS = /^[−–]/
const SPACES = /[\s\u00a0\u202f']/g

/**
 * An amount as a person types it in their language, with exactly its own digits; null for anything else. Where the
 * point is a comma, a full stop is taken for one too.
 */
export function readAmount(typed: string, { point }: Locale): Decimal | null {
  const plain = typed.trim().replace(MINUS, '-').replace(SPACES, '')
  const text = point === ',' ? withPoint(plain) : withoutGroups(plain)
  const whole = text.replace(/^(-?)\./, '$10.').replace(/\.$/, '')
  return isDecimal(whole) ? whole : null
}

function withPoint(text: string): string {
  const commas = text.split(',').length - 1
  return commas === 1 && !text.includes('.') ? text.replace(',', '.') : text
}

/** Commas are groups only where groups can be: 97,000 is; 9,7 is no number at all. */
function withoutGroups(text: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text
}
