import fc from 'fast-check'
import { expect, it } from 'vitest'
import { add, decimal, sub, sum, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import { createScene, plainAccount, type Wire } from './scene.ts'

const order = fc.record({
  symbol: fc.constantFrom('BTCUSDT', 'ETHUSDT', 'BTCUSD', '1000PEPEUSDT'),
  side: fc.constantFrom('buy' as const, 'sell' as const),
  steps: fc.integer({ min: 1, max: 40 }),
  ticks: fc.integer({ min: -3000, max: 3000 }),
})
type Order = typeof order extends fc.Arbitrary<infer T> ? T : never

const GRIDS = {
  BTCUSDT: { price: (ticks: number) => (96_400 + ticks / 10).toFixed(1), size: (n: number) => (n / 1000).toFixed(3) },
  ETHUSDT: { price: (ticks: number) => (3300 + ticks / 100).toFixed(2), size: (n: number) => (n / 100).toFixed(2) },
  BTCUSD: { price: (ticks: number) => (96_410 + ticks / 10).toFixed(1), size: (n: number) => String(n) },
  '1000PEPEUSDT': { price: (n: number) => (0.0061 + n / 1e7).toFixed(7), size: (n: number) => String(n * 100) },
} as const

const account = { ...plainAccount, deposits: [...plainAccount.deposits, { asset: 'BTC', amount: decimal('0.5') }] }

it('the log’s rows add up to the balance, and every row to its change, to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 24 }), async (orders) => {
      const scene = createScene({ accounts: [account] })
      for (const each of orders) await trade(scene, each)
      const rows: Wire[] = (await scene.get('/v5/account/transaction-log', 'accountType=UNIFIED&limit=50')).result.list
      const balances = await scene.get('/v5/account/wallet-balance', 'accountType=UNIFIED')
      for (const { change, cashFlow, funding, fee } of rows) {
        const parts = sub(add(cashFlow, funding === '' ? ZERO : funding), fee)
        expect(trim(change)).toBe(trim(parts))
      }
      for (const { coin, walletBalance } of balances.result.list[0].coin) {
        const changes: Decimal[] = rows.filter(({ currency }) => currency === coin).map(({ change }) => change)
        expect(trim(sum(changes))).toBe(trim(walletBalance))
        expect(walletBalance).toMatch(/^\d+(\.\d{1,8})?$/)
      }
    }),
    { numRuns: 25 },
  )
})

async function trade(scene: ReturnType<typeof createScene>, { symbol, side, steps, ticks }: Order): Promise<void> {
  const { price, size } = GRIDS[symbol]
  scene.command({ do: 'trade', account: 'plain', symbol, side, quantity: size(steps), price: price(ticks) })
  await scene.clock.pass(700)
}
