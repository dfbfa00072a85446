import { fail, ok, type Failure, type Result } from './result.ts'
import { sentence } from './sentence.ts'

declare const brand: unique symbol

/**
 * An exact amount as plain decimal text, digits kept as the exchange stated them ("84021.50" stays "84021.50").
 * Text crosses every border unchanged; arithmetic goes through big integers, so nothing is ever rounded unasked.
 */
export type Decimal = string & { readonly [brand]: 'Decimal' }

interface Parts {
  readonly units: bigint
  readonly scale: number
}

export type Rounding = 'down' | 'half-even'

const PLAIN = /^-?\d+(?:\.\d+)?$/
const SCIENTIFIC = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

export const ZERO = '0' as Decimal
export const ONE = '1' as Decimal
export const HUNDRED = '100' as Decimal

export function isDecimal(text: string): text is Decimal {
  return PLAIN.test(text)
}

/** Reads plain or scientific notation ("2.8E-4"); the result is always plain. */
export function parseDecimal(text: string): Result<Decimal> {
  if (isDecimal(text)) return ok(text)
  const plain = fromScientific(text)
  return plain === null ? fail(notDecimal(text)) : ok(plain)
}

/** For literals in our own code; anything from outside goes through {@link parseDecimal}. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new Error(`Not a decimal literal: ${text}`)
  return text
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [left, right] = align(parts(a), parts(b))
  return text({ units: left.units + right.units, scale: left.scale })
}

export function sub(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

export function mul(a: Decimal, b: Decimal): Decimal {
  const left = parts(a)
  const right = parts(b)
  return text({ units: left.units * right.units, scale: left.scale + right.scale })
}

/** Division is the one operation that can lose digits, so its scale and rounding are always stated. Throws on zero. */
export function div(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
  const left = parts(a)
  const right = parts(b)
  if (right.units === 0n) throw new Error('Division of a decimal by zero')
  const shift = scale + right.scale - left.scale
  const numerator = shift >= 0 ? left.units * 10n ** BigInt(shift) : left.units
  const denominator = shift >= 0 ? right.units : right.units * 10n ** BigInt(-shift)
  return text({ units: divideUnits(numerator, denominator, rounding), scale })
}

export function negate(a: Decimal): Decimal {
  if (isZero(a)) return a.startsWith('-') ? (a.slice(1) as Decimal) : a
  return (a.startsWith('-') ? a.slice(1) : `-${a}`) as Decimal
}

export function abs(a: Decimal): Decimal {
  return a.startsWith('-') ? (a.slice(1) as Decimal) : a
}

export function sum(amounts: Iterable<Decimal>): Decimal {
  let total = ZERO
  for (const amount of amounts) total = add(total, amount)
  return total
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = align(parts(a), parts(b))
  return left.units === right.units ? 0 : left.units < right.units ? -1 : 1
}

export function sign(a: Decimal): -1 | 0 | 1 {
  return isZero(a) ? 0 : a.startsWith('-') ? -1 : 1
}

export function isZero(a: Decimal): boolean {
  return !/[1-9]/.test(a)
}

/** Equal as numbers: "0.050" and "0.05" are. */
export function equals(a: Decimal, b: Decimal): boolean {
  return a === b || compare(a, b) === 0
}

export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b
}

export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b
}

/** Rounds to `scale` digits after the point; shorter amounts keep their digits. */
export function round(a: Decimal, scale: number, rounding: Rounding): Decimal {
  const value = parts(a)
  if (value.scale <= scale) return a
  return text({ units: divideUnits(value.units, 10n ** BigInt(value.scale - scale), rounding), scale })
}

/** Without trailing zeros after the point: the form in which computed amounts are stored and compared. */
export function trim(a: Decimal): Decimal {
  if (!a.includes('.')) return negativeZeroFree(a)
  return negativeZeroFree(a.replace(/\.?0+$/, '') as Decimal)
}

/** For drawing and ordering only, never for an amount that is shown or summed. */
export function approximate(a: Decimal): number {
  return Number(a)
}

function negativeZeroFree(a: Decimal): Decimal {
  return isZero(a) ? abs(a) : a
}

function parts(a: Decimal): Parts {
  const point = a.indexOf('.')
  if (point < 0) return { units: BigInt(a), scale: 0 }
  return { units: BigInt(a.slice(0, point) + a.slice(point + 1)), scale: a.length - point - 1 }
}

function align(a: Parts, b: Parts): readonly [Parts, Parts] {
  if (a.scale === b.scale) return [a, b]
  const scale = Math.max(a.scale, b.scale)
  return [widen(a, scale), widen(b, scale)]
}

function widen(a: Parts, scale: number): Parts {
  return a.scale === scale ? a : { units: a.units * 10n ** BigInt(scale - a.scale), scale }
}

function text({ units, scale }: Parts): Decimal {
  if (scale === 0) return units.toString() as Decimal
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const minus = units < 0n ? '-' : ''
  return `${minus}${digits.slice(0, -scale)}.${digits.slice(-scale)}` as Decimal
}

function divideUnits(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  if (rest === 0n || rounding === 'down') return quotient
  const twice = 2n * (rest < 0n ? -rest : rest)
  const whole = denominator < 0n ? -denominator : denominator
  const away = twice > whole || (twice === whole && quotient % 2n !== 0n)
  if (!away) return quotient
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n
}

function fromScientific(source: string): Decimal | null {
  const match = SCIENTIFIC.exec(source)
  if (match === null) return null
  const [, minus = '', whole = '', fraction = '', exponent = '0'] = match
  const scale = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction) * (minus === '-' ? -1n : 1n)
  return scale >= 0 ? text({ units, scale }) : text({ units: units * 10n ** BigInt(-scale), scale: 0 })
}

function notDecimal(source: string): Failure {
  return { code: 'invalid', sentence: sentence('decimal.unreadable', { text: source.slice(0, 40) }) }
}
