import { decimal, isZero, round, sign, trim, type Decimal } from '../../shared/decimal.ts'

/** Exactly `scale` digits after the point, as the venue pads its amounts. */
export function fixed(amount: Decimal, scale: number): string {
  const rounded = round(amount, scale, 'half-even')
  const plain = isZero(rounded) && rounded.startsWith('-') ? rounded.slice(1) : rounded
  const point = plain.indexOf('.')
  const digits = point < 0 ? 0 : plain.length - point - 1
  if (scale === 0 || digits === scale) return plain
  return point < 0 ? `${plain}.${'0'.repeat(scale)}` : `${plain}${'0'.repeat(scale - digits)}`
}

/** Eight digits, the venue's usual form of money: "0.00000000" for nothing. */
export function money(amount: Decimal): string {
  return fixed(amount, 8)
}

/** Eight digits, but a bare "0" for nothing: the form some fields of the same answer take. */
export function moneyOrBareZero(amount: Decimal): string {
  return isZero(amount) ? '0' : money(amount)
}

/** On the digits of the grid step. */
export function onGrid(amount: Decimal, step: Decimal): string {
  const point = step.indexOf('.')
  return fixed(amount, point < 0 ? 0 : step.length - point - 1)
}

/** A whole zero loses its digits: "-10", "0.050", but "0" rather than "0.000". */
export function onGridOrBareZero(amount: Decimal, step: Decimal): string {
  return isZero(amount) ? '0' : onGrid(amount, step)
}

const SMALL = /^(-?)0\.000(0*)([1-9]\d*)$/

/**
 * How entry and break-even prices are printed: at least one digit after the point ("91000.0"), scientific below a
 * thousandth ("2.8E-4"), and a bare "0.0" for nothing. No digit is lost.
 */
export function looseNumber(amount: Decimal): string {
  const plain = trim(amount)
  if (sign(plain) === 0) return '0.0'
  const small = SMALL.exec(plain)
  if (small === null) return plain.includes('.') ? plain : `${plain}.0`
  const [, minus = '', zeros = '', digits = ''] = small
  return `${minus}${digits.slice(0, 1)}.${digits.slice(1) === '' ? '0' : digits.slice(1)}E-${zeros.length + 4}`
}

/** A share in [0, 1] as an exact amount of four digits. */
export function shareOf(share: number): Decimal {
  return decimal(share.toFixed(4))
}
