import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import market from './fixtures/market-frames.json' with { type: 'json' }
import { pricesPlan } from './prices.ts'
import { answering, perform, refusal, valueOf } from './test/perform.ts'
import { instruments, market as place } from './test/scene.ts'

const btc = instruments.get(instrumentId(place, 'BTCUSDT'))!
const single = {
  '/fapi/v1/ticker/bookTicker': market.bookTickerReport,
  '/fapi/v1/ticker/24hr': market.ticker24hr,
  '/fapi/v1/premiumIndex': market.premiumIndex,
}

describe('prices to start from', () => {
  it('fill the same streams as the frames that follow, and every frame is newer', () => {
    const events = valueOf(perform(pricesPlan([btc]), answering(single)))
    expect(events.map((event) => event.kind === 'price' && [event.stream, event.order])).toEqual([
      ['book', 0],
      ['day', 0],
      ['mark', 0],
    ])
    expect(events[1]).toMatchObject({
      fields: { last: '91740.00', change24h: '0.00893', turnover24h: '13062326711.42' },
    })
    expect(events[2]).toMatchObject({ fields: { mark: '91739.90000000', fundingRate: '0.00010000' } })
  })

  it('asks for all contracts at once when many are wanted, and tells only those', () => {
    const asked: Read[] = []
    const rows = Object.fromEntries(
      Object.entries(single).map(([path, row]) => [path, [row, { ...row, symbol: 'X' }, null]]),
    )
    const many = [...instruments.values(), { ...btc, instrument: instrumentId(place, 'MOREUSDT'), symbol: 'MOREUSDT' }]
    const events = valueOf(perform(pricesPlan(many), answering(rows), asked))
    expect(asked.map(({ query }) => query)).toEqual([[], [], []])
    expect(events).toHaveLength(3)
  })

  it('says that a dated contract has no funding', () => {
    for (const lastFundingRate of ['', '0.00000000']) {
      const row = { ...market.premiumIndex, lastFundingRate, nextFundingTime: 0 }
      const events = valueOf(perform(pricesPlan([btc]), answering({ ...single, '/fapi/v1/premiumIndex': row })))
      expect(events[2]).toMatchObject({ fields: { fundingRate: null, nextFundingAt: null } })
    }
  })

  it('fails when one of the lists fails', () => {
    const exchange = (read: Read) =>
      read.path.endsWith('premiumIndex') ? refusal(read, 503, -1001) : answering(single)(read)
    expect(perform(pricesPlan([btc]), exchange).ok).toBe(false)
  })
})
