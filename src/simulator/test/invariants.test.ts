import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, decimal, equals, isZero, sub, sum, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Account } from '../ledger/account.ts'
import { createLedger } from '../ledger/create-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { createMarket } from '../market/create-market.ts'
import { usualModes } from '../accounts/account-spec.ts'
import { plainWish } from '../accounts/live-past.ts'
import { NOW } from './scene.ts'

type Step =
  | { kind: 'trade'; contract: string; side: 'buy' | 'sell'; steps: number; away: number; slot: number }
  | { kind: 'funding' }
  | { kind: 'transfer'; cents: number }
  | { kind: 'price'; contract: string; percent: number }
  | { kind: 'limit'; contract: string; side: 'buy' | 'sell'; percent: number }

const contract = fc.constantFrom('BTCUSDT', 'ETHUSDT', '1000PEPEUSDT', 'BTCUSD', 'SOLUSDC')
const side = fc.constantFrom('buy' as const, 'sell' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('trade' as const),
    contract,
    side,
    steps: fc.integer({ min: 1, max: 60 }),
    away: fc.integer({ min: -50, max: 50 }),
    slot: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ kind: fc.constant('funding' as const) }),
  fc.record({ kind: fc.constant('transfer' as const), cents: fc.integer({ min: -5000, max: 50_000 }) }),
  fc.record({ kind: fc.constant('price' as const), contract, percent: fc.integer({ min: 85, max: 118 }) }),
  fc.record({ kind: fc.constant('limit' as const), contract, side, percent: fc.integer({ min: 90, max: 110 }) }),
)

function play(
  steps: readonly Step[],
  venue: 'bybit' | 'binance',
  mode: 'one-way' | 'hedge',
  fees: 'settle' | 'bnb',
): Account {
  const market = createMarket({ seed: 3, market: 'still', syntheticContracts: 0 })
  const modes = { ...usualModes, positions: mode, fees }
  const ledger = createLedger(market, [{ id: 'a', venue, user: 1, modes }], null)
  const account = ledger.account('a')!
  for (const [asset, amount] of [
    ['USDT', '40000'],
    ['USDC', '9000'],
    ['BTC', '1.5'],
    ['BNB', '0.2'],
  ] as const) {
    ledger.transfer(account, asset, decimal(amount), NOW)
  }
  steps.forEach((each, index) => perform(ledger, market, account, each, mode, NOW + index * 60_000))
  return account
}

function perform(
  ledger: Ledger,
  market: ReturnType<typeof createMarket>,
  account: Account,
  each: Step,
  mode: 'one-way' | 'hedge',
  at: number,
): void {
  if (each.kind === 'funding')
    return ledger.payFunding(
      market.contracts.map(({ id }) => id),
      at,
    )
  if (each.kind === 'transfer') return void ledger.transfer(account, 'USDT', decimal((each.cents / 100).toFixed(2)), at)
  const found = market.contract(each.contract)
  const last = market.quote(found, at).last
  const moved = (thousandths: number) => snapped(Number(last) * (thousandths / 1000), found.tick)
  if (each.kind === 'price') {
    const price = moved(each.percent * 10)
    market.setPrice(found, at, { last: price, mark: price, index: price, then: 'hold' })
    return ledger.meetPrices(at)
  }
  const quantity = each.kind === 'trade' ? snapped(each.steps * Number(found.step), found.step) : found.step
  const slot = mode === 'one-way' ? 'one-way' : each.kind === 'trade' && each.slot === 0 ? 'long' : 'short'
  const wish = { ...plainWish(found.id, each.side, quantity), slot } as const
  if (each.kind === 'trade') ledger.place(account, wish, at, moved(1000 + each.away))
  else ledger.place(account, { ...wish, price: moved(each.percent * 10) }, at)
}

function snapped(value: number, grid: Decimal): Decimal {
  const digits = grid.split('.')[1]?.length ?? 0
  return decimal((Math.max(1, Math.round(value / Number(grid))) * Number(grid)).toFixed(digits))
}

const plays = fc.tuple(
  fc.array(step, { maxLength: 40 }),
  fc.constantFrom('bybit' as const, 'binance' as const),
  fc.constantFrom('one-way' as const, 'hedge' as const),
  fc.constantFrom('settle' as const, 'bnb' as const),
)

describe('the ledger', () => {
  it('keeps wallet = transfers + realised − fees + funding, to the last digit', () => {
    fc.assert(
      fc.property(plays, ([steps, venue, mode, fees]) => {
        const account = play(steps, venue, mode, fees)
        const { fills, funding, entries } = account.history()
        for (const [asset, balance] of account.state().wallets) {
          const own = (id: string) => settleOf(id) === asset
          const paidIn = entries.filter(
            (entry) => entry.asset === asset && ['transfer', 'insurance'].includes(entry.cause.kind),
          )
          const expected = sum([
            ...paidIn.map((entry) => entry.change),
            ...fills.filter((fill) => own(fill.contract)).map((fill) => fill.realised),
            ...fills.filter((fill) => fill.feeAsset === asset).map((fill) => sub(ZERO, fill.fee)),
            ...funding.filter((payment) => payment.asset === asset).map((payment) => payment.payment),
          ])
          expect(equals(balance, expected), `${asset}: ${balance} is not ${expected}`).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keeps positions equal to the folded fills, and entries equal to balances', () => {
    fc.assert(
      fc.property(plays, ([steps, venue, mode, fees]) => {
        const account = play(steps, venue, mode, fees)
        for (const position of account.state().positions.values()) {
          const mine = account
            .history()
            .fills.filter((fill) => fill.contract === position.contract && fill.slot === position.slot)
          const folded = sum(mine.map((fill) => (fill.side === 'buy' ? fill.quantity : sub(ZERO, fill.quantity))))
          expect(equals(position.quantity, folded)).toBe(true)
          expect(isZero(position.quantity)).toBe(isZero(position.entryPrice))
          const profit = sum(mine.map((fill) => fill.realised))
          expect(equals(position.profitEver, profit)).toBe(true)
        }
        const running = new Map<string, Decimal>()
        for (const entry of account.history().entries) {
          expect(entry.change).toMatch(/^-?\d+(\.\d{1,8})?$/)
          const balance = add(running.get(entry.asset) ?? ZERO, entry.change)
          expect(equals(balance, entry.balance)).toBe(true)
          running.set(entry.asset, balance)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('never lets a hedge slot change its side, nor a fill exceed its order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const account = play(steps, 'bybit', 'hedge', 'settle')
        for (const { slot, held, order } of account.history().fills) {
          expect(slot === 'long' ? !held.startsWith('-') : !/^[1-9]|^0\.0*[1-9]/.test(held)).toBe(true)
          expect(Number(order.filled)).toBeLessThanOrEqual(Number(order.quantity))
        }
      }),
      { numRuns: 80 },
    )
  })

  it('numbers everything once, rising with time', () => {
    const account = play(
      Array.from({ length: 30 }, (_, index): Step => ({
        kind: 'trade',
        contract: 'BTCUSDT',
        side: index % 3 ? 'buy' : 'sell',
        steps: 2 + index,
        away: 0,
        slot: 0,
      })),
      'bybit',
      'one-way',
      'settle',
    )
    const numbers = account.history().fills.map((fill) => fill.number)
    expect(new Set(numbers).size).toBe(30)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })
})

function settleOf(id: string): string {
  return id === 'BTCUSD' ? 'BTC' : id.endsWith('USDC') ? 'USDC' : 'USDT'
}
