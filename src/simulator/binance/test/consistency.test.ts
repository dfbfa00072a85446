import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  add,
  compare,
  decimal,
  equals,
  negate,
  parseDecimal,
  sub,
  ZERO,
  type Decimal,
} from '../../../shared/decimal.ts'
import { createExchange, dialUser, get, wish, type Exchange, type Json } from './exchange.ts'

const amount = (text: string): Decimal => {
  const read = parseDecimal(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    symbol: fc.constantFrom('BTCUSDT', 'SOLUSDT', 'ETHUSDT'),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    quantity: fc.integer({ min: 1, max: 30 }),
    price: fc.integer({ min: 50, max: 150 }),
  }),
  fc.record({ kind: fc.constant('funding' as const), symbol: fc.constantFrom('BTCUSDT', 'SOLUSDT', 'ETHUSDT') }),
  fc.record({ kind: fc.constant('transfer' as const), amount: fc.integer({ min: 1, max: 500 }) }),
)
/** Small steps and odd prices, so that average entries have more digits than wallets. */
const STEPS_PER_UNIT = { BTCUSDT: 1000, SOLUSDT: 10, ETHUSDT: 100 }
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function perform(exchange: Exchange, each: Step): void {
  const { ledger, account, clock } = exchange
  clock.advance(700)
  if (each.kind === 'funding') ledger.payFunding([each.symbol], clock.now())
  if (each.kind === 'transfer') ledger.transfer(account, 'USDT', decimal(String(each.amount)), clock.now())
  if (each.kind !== 'order') return
  const order = wish(each.symbol, each.side, `${each.quantity / STEPS_PER_UNIT[each.symbol]}`)
  ledger.place(account, order, clock.now(), decimal(`${each.price}.37`))
}

/** What a reader of the stream alone knows at the end. */
function fold(heard: readonly Json[]) {
  const wallets = new Map<string, Decimal>()
  const positions = new Map<string, { amount: Decimal; entry: Decimal }>()
  for (const { a } of heard.filter((event) => event.e === 'ACCOUNT_UPDATE')) {
    for (const row of a.B) wallets.set(row.a, amount(row.wb))
    for (const row of a.P) positions.set(row.s, { amount: amount(row.pa), entry: amount(row.ep) })
  }
  return { wallets, positions }
}

it('stream, lists and snapshots tell one truth, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const exchange = createExchange()
      const { heard } = dialUser(exchange)
      for (const each of steps) perform(exchange, each)
      const { wallets, positions } = fold(heard)

      const [usdt] = get(exchange, '/fapi/v3/balance').filter((row: Json) => row.asset === 'USDT')
      expect(equals(wallets.get('USDT') ?? decimal('5000'), amount(usdt.balance))).toBe(true)

      const rows = get(exchange, '/fapi/v3/positionRisk')
      const open = [...positions].filter(([, held]) => compare(held.amount, ZERO) !== 0)
      expect(rows.map((row: Json) => row.symbol).toSorted()).toEqual(open.map(([symbol]) => symbol).toSorted())
      for (const row of rows) {
        expect(equals(amount(row.positionAmt), positions.get(row.symbol)?.amount ?? ZERO)).toBe(true)
        expect(equals(amount(row.entryPrice), positions.get(row.symbol)?.entry ?? ZERO)).toBe(true)
      }

      const fills = heard.filter((event) => event.e === 'ORDER_TRADE_UPDATE' && event.o.x === 'TRADE').map(({ o }) => o)
      const trades = ['BTCUSDT', 'SOLUSDT', 'ETHUSDT'].flatMap((symbol) =>
        get(exchange, '/fapi/v1/userTrades', `symbol=${symbol}`),
      )
      expect(trades.map((row: Json) => row.id).toSorted()).toEqual(fills.map((fill) => fill.t).toSorted())
      const income = get(exchange, '/fapi/v1/income', 'limit=1000')
      const named = new Set(income.map((row: Json) => row.tradeId))
      expect(fills.every((fill) => named.has(String(fill.t)))).toBe(true)
      const earned = income.reduce((sum: Decimal, row: Json) => add(sum, amount(row.income)), ZERO)
      expect(equals(earned, amount(usdt.balance))).toBe(true)

      let wallet = decimal('5000')
      for (const event of heard) {
        if (event.e === 'ACCOUNT_UPDATE') {
          const [before, after, other] = [wallet, amount(event.a.B[0].wb), amount(event.a.B[0].bc)]
          wallet = after
          if (event.a.m !== 'ORDER') expect(equals(after, add(before, other))).toBe(true)
          else expect(equals(sub(after, before), earnedBy(fills, event.T))).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

function earnedBy(fills: readonly Json[], at: number): Decimal {
  return fills
    .filter((fill) => fill.T === at)
    .reduce((sum: Decimal, fill) => add(sum, add(amount(fill.rp), negate(amount(fill.n)))), ZERO)
}
