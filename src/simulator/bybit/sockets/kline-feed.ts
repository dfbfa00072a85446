import { trim } from '../../../shared/decimal.ts'
import type { World } from '../../face.ts'
import type { Candle } from '../../market/candle.ts'
import { intervalEnd, intervalStart } from '../../market/interval.ts'
import type { Feed } from './feed.ts'
import type { Topic } from './topics.ts'

/** `kline.{interval}.{symbol}`: the open candle each second, and each candle once more when it is over. */
export function createKlineFeed(world: World, topic: Extract<Topic, { kind: 'kline' }>): Feed {
  let open = intervalStart(topic.interval, world.now())
  const frameOf = (start: number): string => {
    const now = world.now()
    const candle = world.market.candle(topic.contract, topic.interval, start, now)
    return JSON.stringify({ topic: topic.name, data: [klineData(candle, topic.code, now)], ts: now, type: 'snapshot' })
  }
  return {
    everyMs: 1000,
    snapshot: () => [frameOf(world.now())],
    beat: () => {
      const current = intervalStart(topic.interval, world.now())
      const ended = current > open && intervalEnd(topic.interval, open) <= current ? [frameOf(open)] : []
      open = current
      return [...ended, frameOf(current)]
    },
  }
}

function klineData(candle: Candle, interval: string, timestamp: number): Readonly<Record<string, unknown>> {
  return {
    start: candle.start,
    end: candle.end - 1,
    interval,
    open: trim(candle.open),
    close: trim(candle.close),
    high: trim(candle.high),
    low: trim(candle.low),
    volume: trim(candle.volume),
    turnover: trim(candle.turnover),
    confirm: candle.closed,
    timestamp,
  }
}
