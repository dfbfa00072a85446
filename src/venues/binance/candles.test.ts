import { describe, expect, it } from 'vitest'
import type { Read, ReadOutcome } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { candlesPlan } from './candles.ts'
import market from './fixtures/market-frames.json' with { type: 'json' }
import { answering, failureOf, payload, perform, queryOf, refusal, valueOf } from './test/perform.ts'
import { instruments, market as place } from './test/scene.ts'

const btc = instruments.get(instrumentId(place, 'BTCUSDT'))!
const MINUTE = 60_000
const FIRST = 1_795_000_000_000 - (1_795_000_000_000 % MINUTE)

/** An exchange that has had a candle every minute since `FIRST`. */
function exchange(read: Read): ReadOutcome {
  const { endTime, limit } = queryOf(read)
  const last = Math.floor((Number(endTime) - FIRST) / MINUTE)
  const first = Math.max(0, last - Number(limit) + 1)
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const at = FIRST + (first + index) * MINUTE
    return [at, '1', '2', '0.5', '1.5', '10', at + MINUTE - 1, '15', 3, '5', '7', '0']
  })
  return payload(rows)
}

describe('candles', () => {
  it('come oldest first, and only the forming one is open', () => {
    const plan = candlesPlan(btc, '1m', 1_795_257_660_000, 2, 1_795_257_638_747)
    const rows = valueOf(perform(plan, answering({ '/fapi/v1/klines': market.klines })))
    expect(rows).toEqual([
      expect.objectContaining({ openedAt: 1_795_257_540_000, close: '91720.10', volume: '61.001', closed: true }),
      expect.objectContaining({ openedAt: 1_795_257_600_000, close: '91740.00', closed: false }),
    ])
  })

  it.each([1, 999, 1000, 1001, 2000, 2500])('gives exactly %i without gap or repeat', (count) => {
    const before = FIRST + 5000 * MINUTE
    const rows = valueOf(perform(candlesPlan(btc, '1m', before, count, before), exchange))
    expect(rows.map(({ openedAt }) => openedAt)).toEqual(
      Array.from({ length: count }, (_, index) => before - (count - index) * MINUTE),
    )
  })

  it('stops where the history begins', () => {
    const rows = valueOf(perform(candlesPlan(btc, '1m', FIRST + 10 * MINUTE, 500, 0), exchange))
    expect(rows).toHaveLength(10)
  })

  it('stops when the exchange repeats itself', () => {
    const plan = candlesPlan(btc, '1m', 1_795_257_660_000, 5000, 0)
    const page = Array.from({ length: 1000 }, () => market.klines[0])
    expect(perform(plan, answering({ '/fapi/v1/klines': page })).ok).toBe(true)
  })

  it('fails as a whole when a page fails', () => {
    const asked: Read[] = []
    const flaky = (read: Read) => (asked.length > 1 ? refusal(read, 503, -1001) : exchange(read))
    const plan = perform(candlesPlan(btc, '1m', FIRST + 5000 * MINUTE, 1500, 0), flaky, asked)
    expect(failureOf(plan).sentence.id).toBe('venue.maintenance')
  })
})
