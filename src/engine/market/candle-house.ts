import type { InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { symbolOf } from '../../shared/ids.ts'
import type { NextTryPorts } from '../net/next-try.ts'
import type { CandleTable } from '../state.ts'
import type { Tables } from '../tables.ts'
import { createCandleCache } from './candle-cache.ts'
import { createCandleSeries, type CandleSeries } from './candle-series.ts'
import type { Instrument } from './instrument.ts'
import { intervalMs } from './intervals.ts'
import type { MarketEvent } from './price.ts'
import type { Wish } from './wants.ts'

export interface CandleAsk {
  readonly instrument: InstrumentId
  readonly interval: CandleInterval
  readonly before: Time
  readonly count: number
}

/** An open chart: its newest candles stay true until it is stopped. */
export interface OpenCandles {
  readonly table: CandleTable
  readonly stop: Stop
}

export interface Candles {
  /** Closed candles before a moment, oldest first. */
  history(ask: CandleAsk): Promise<Result<readonly CandleRow[]>>
  /** The candle being built and the ones before it. Several openings of one series share it. */
  open(instrument: InstrumentId, interval: CandleInterval): OpenCandles
  take(event: Extract<MarketEvent, { kind: 'candle' }>): void
  /** Frames may have been missed: every open series reads its newest candles again. */
  refill(): void
  stop(): void
}

export interface CandleOptions {
  readonly ports: NextTryPorts
  readonly tables: Tables
  readonly venueName: string
  readonly serverNow: () => Time
  readonly instrument: (id: InstrumentId) => Instrument | null
  readonly want: (wish: Wish) => Stop
  readonly fetch: (instrument: Instrument, ask: CandleAsk) => Promise<Result<readonly CandleRow[]>>
}

interface Open {
  readonly series: CandleSeries
  readonly stopWant: Stop
  users: number
}

export function createCandles(options: CandleOptions): Candles {
  const cache = createCandleCache()
  const opened = new Map<string, Open>()
  const running = new Map<string, Promise<Result<readonly CandleRow[]>>>()

  async function read(ask: CandleAsk): Promise<Result<readonly CandleRow[]>> {
    const instrument = options.instrument(ask.instrument)
    if (instrument === null) return fail(unknownSymbol(options, ask.instrument))
    const result = await options.fetch(instrument, ask)
    if (result.ok) cache.keep(seriesKey(ask.instrument, ask.interval), result.value)
    return result
  }

  function shared(ask: CandleAsk): Promise<Result<readonly CandleRow[]>> {
    const key = JSON.stringify(ask)
    const known = running.get(key)
    if (known !== undefined) return known
    const promise = read(ask).finally(() => running.delete(key))
    running.set(key, promise)
    return promise
  }

  function begin(instrument: InstrumentId, interval: CandleInterval): Open {
    const series = createCandleSeries({
      ports: options.ports,
      table: options.tables.table<CandleRow>(),
      interval,
      fetch: (count) => read({ instrument, interval, before: options.serverNow() + intervalMs[interval], count }),
    })
    return { series, users: 0, stopWant: options.want({ kind: 'candle', instrument, interval }) }
  }

  return {
    history: (ask) => history(options, cache, ask, shared),
    open: (instrument, interval) => open(opened, seriesKey(instrument, interval), () => begin(instrument, interval)),
    take: (event) => {
      const key = seriesKey(event.instrument, event.interval)
      opened.get(key)?.series.take(event.candle)
      if (event.candle.closed) cache.keep(key, [event.candle])
    },
    refill: () => {
      for (const { series } of opened.values()) series.refill()
    },
    stop: () => {
      for (const each of opened.values()) close(each)
      opened.clear()
    },
  }
}

function open(opened: Map<string, Open>, key: string, begin: () => Open): OpenCandles {
  const one = opened.get(key) ?? begin()
  opened.set(key, one)
  one.users += 1
  const state = { stopped: false }
  return {
    table: one.series.table,
    stop: () => {
      if (state.stopped) return
      state.stopped = true
      one.users -= 1
      if (one.users === 0 && opened.delete(key)) close(one)
    },
  }
}

function close({ series, stopWant }: Open): void {
  stopWant()
  series.stop()
}

async function history(
  options: CandleOptions,
  cache: ReturnType<typeof createCandleCache>,
  ask: CandleAsk,
  read: (ask: CandleAsk) => Promise<Result<readonly CandleRow[]>>,
): Promise<Result<readonly CandleRow[]>> {
  const { instrument, interval, before, count } = ask
  const known = cache.read(seriesKey(instrument, interval), interval, before, count, options.serverNow())
  if (known !== null) return ok(known)
  const result = await read(ask)
  return result.ok ? ok(result.value.filter((candle) => candle.closed && candle.openedAt < before)) : result
}

function unknownSymbol({ venueName }: CandleOptions, instrument: InstrumentId): Failure {
  const values = { venue: venueName, symbol: symbolOf(instrument) }
  return { code: 'invalid', sentence: sentence('venue.unknown-symbol', values) }
}

function seriesKey(instrument: InstrumentId, interval: CandleInterval): string {
  return `${instrument} ${interval}`
}
