import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { add, mul, parseDecimal, round, trim, type Decimal } from '../../shared/decimal.ts'
import { demoAccounts, demoKeys } from '../accounts/demo-accounts.ts'
import { createScene, NOW, replyOf, signedHeaders, type Scene, type Wire } from './scene.ts'

const DAY = 86_400_000
const demo = { accounts: demoAccounts, market: 'walking', bot: 'off' } as const

function amountOf(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(`Not an amount: ${text}`)
  return parsed.value
}

function keyOf(venue: string) {
  const { apiKey, apiSecret } = demoKeys.find((key) => key.venue === venue)!
  return { apiKey, secret: apiSecret }
}

/** What Bybit states as the account's equity, in dollars. */
async function statedByBybit({ raw }: Scene): Promise<string> {
  const query = 'accountType=UNIFIED'
  const headers = signedHeaders(query, NOW, '5000', keyOf('bybit'))
  return replyOf(await raw('/v5/account/wallet-balance', query, headers)).result.list[0].totalEquity
}

/** What Binance states, coin by coin, and the mark price of those that are not USDT. */
async function statedByBinance({ net }: Scene): Promise<Decimal> {
  const { apiKey, secret } = keyOf('binance')
  const ask = async (path: string, query: string): Promise<Wire> => {
    const url = `http://binance.simulator${path}?${query}`
    const answer = await net.http.send({ method: 'GET', url, headers: { 'X-MBX-APIKEY': apiKey }, timeoutMs: 5000 })
    return JSON.parse((answer as { body: string }).body)
  }
  const query = `timestamp=${NOW}`
  const signature = createHmac('sha256', secret).update(query).digest('hex')
  const { assets } = await ask('/fapi/v3/account', `${query}&signature=${signature}`)
  const of = (asset: string): Decimal => amountOf(assets.find((each: Wire) => each.asset === asset).marginBalance)
  const { markPrice } = await ask('/fapi/v1/premiumIndex', 'symbol=BNBUSDT')
  return add(of('USDT'), mul(of('BNB'), amountOf(markPrice)))
}

describe('the past equity of a demo account', () => {
  it('ends at what the exchange states now', async () => {
    const scene = createScene(demo)
    const ended = (id: string) => trim(round(scene.simulator.pastEquity(id, [NOW])!.points[0]!.equity, 4, 'half-even'))
    expect(ended('bybit-demo')).toBe(trim(round(amountOf(await statedByBybit(scene)), 4, 'half-even')))
    expect(ended('binance-demo')).toBe(trim(round(await statedByBinance(scene), 4, 'half-even')))
  })

  it('begins with the first deposit and moves by what was paid in', () => {
    const { simulator } = createScene({ ...demo, market: 'still' })
    const moments = Array.from({ length: 366 * 24 }, (_, hour) => NOW - (366 * 24 - hour) * 3_600_000)
    const { points, currency } = simulator.pastEquity('binance-demo', moments)!
    expect(currency).toBe('USDT')
    expect(NOW - points[0]!.at).toBeGreaterThan(120 * DAY)
    // In a market that stands still nothing but fees, funding and payments can move it.
    expect(Math.abs(Number(points[0]!.equity) - 5600 - 1.25 * 642)).toBeLessThan(5)
    const steps = points.slice(1).map(({ equity }, index) => Number(equity) - Number(points[index]!.equity))
    expect(steps.filter((step) => Math.abs(step) > 100)).not.toHaveLength(0)
    expect(steps.every((step) => step < 800 && step > -500)).toBe(true)
  })

  it('is not known of an account that is not here', () => {
    expect(createScene(demo).simulator.pastEquity('nobody', [NOW])).toBeNull()
  })
})
