import { expect } from '@playwright/test'
import {
  abs,
  add,
  compare,
  decimal,
  equals,
  isDecimal,
  mul,
  round,
  sub,
  sum,
  type Decimal,
} from '../../src/shared/decimal.ts'
import type { Truth, TruePosition } from './exchange.ts'
import type { Message } from './feed.ts'

/** The decimals to which exchanges state what they value in dollars. */
const STATED_DECIMALS = 8

export function amount(value: unknown): Decimal {
  if (typeof value !== 'string' || !isDecimal(value)) throw new Error(`Not an amount: ${String(value)}`)
  return value
}

/** Equal as numbers, every digit of them. */
export function expectSame(said: unknown, truth: Decimal, what: string): void {
  expect(equals(amount(said), truth), `${what}: ${String(said)} is said, ${truth} is true`).toBe(true)
}

/** The feed's positions, one by one, against those the exchange holds true. */
export function expectPositions(message: Message, truth: Truth): void {
  const said = message['positions'] as readonly Readonly<Record<string, unknown>>[]
  expect(said.map(({ symbol }) => symbol).sort()).toEqual(truth.positions.map(({ contract }) => contract).sort())
  for (const position of truth.positions) {
    const own = said.find(({ symbol }) => symbol === position.contract)!
    expectPosition(own, position)
  }
}

function expectPosition(said: Readonly<Record<string, unknown>>, truth: TruePosition): void {
  const { contract, quantity, entryPrice, unrealised } = truth
  expect(said['side'], contract).toBe(quantity.startsWith('-') ? 'Sell' : 'Buy')
  expectSame(said['size'], amount(quantity.replace('-', '')), `${contract} size`)
  expectSame(said['entry_price'], amount(entryPrice), `${contract} entry`)
  expectSame(said['pnl'], amount(unrealised), `${contract} PnL`)
}

interface TrueFigures {
  readonly wallet: Decimal
  readonly pnl: Decimal
  /** To be compared by `expectSum` or `isSum`. */
  readonly equity: Decimal
}

/** What the account is worth in the currency its exchange values it in; every other asset counts at its price. */
export function trueFigures(truth: Truth, currency: string): TrueFigures {
  const value = (amountOf: 'wallet' | 'unrealised'): readonly Decimal[] =>
    truth.assets.map((asset) => {
      const own = amount(asset[amountOf])
      return asset.asset === currency ? own : mul(own, amount(asset.price))
    })
  const [wallets, pnl] = [value('wallet'), sum(value('unrealised'))]
  return { wallet: sum(wallets.map(asStated)), pnl: asStated(pnl), equity: add(sum(wallets), pnl) }
}

/** A sum of figures that were each rounded when they were stated may be so far off. */
const ROUNDED = decimal('0.00000002')

export function isSum(said: unknown, truth: Decimal): boolean {
  return compare(abs(sub(amount(said), truth)), ROUNDED) <= 0
}

export function expectSum(said: unknown, truth: Decimal, what: string): void {
  expect(isSum(said, truth), `${what}: ${String(said)} is said, ${truth} is true`).toBe(true)
}

function asStated(value: Decimal): Decimal {
  return round(value, STATED_DECIMALS, 'half-even')
}

export function stated(value: unknown): Decimal {
  return asStated(amount(value))
}
