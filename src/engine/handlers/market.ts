import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import { symbolOf, type InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Houses } from '../accounts/houses.ts'
import type { EngineState } from '../state.ts'
import type { Watchlist } from '../watchlist.ts'
import { atKeys, whileRead } from './views.ts'

const MOST_FOUND = 50

/** The contract's market group: what is watched, found, priced and charted. */
export function marketHandlers(
  state: EngineState,
  watchlist: Watchlist,
  houses: Houses,
): Handlers<AppContract>['market'] {
  return {
    watchlist: () => ok(state.watchlist),
    watch: ({ instrument }) => (known(houses, instrument) ? watchlist.add(instrument) : fail(unknown(instrument))),
    unwatch: ({ instrument }) => watchlist.remove(instrument),
    reorder: ({ instruments }) => watchlist.reorder(instruments),
    search: ({ text, market }) => {
      const asked = [...houses.all()].filter((house) => market === null || house.market === market)
      return ok(asked.flatMap((house) => house.search(text)).slice(0, MOST_FOUND))
    },
    prices: ({ instruments }) =>
      ok(whileRead(atKeys(state.prices, new Set(instruments)), () => hold(houses, instruments))),
    candles: (ask) => houses.of(ask.instrument)?.candles.history(ask) ?? fail(unknown(ask.instrument)),
    candle: ({ instrument, interval }) => {
      const house = houses.of(instrument)
      if (house?.instrument(instrument) === null || house === undefined) return fail(unknown(instrument))
      const open = house.candles.open(instrument, interval)
      // The series stays open while somebody reads it; this first hold is handed over to the reader.
      return ok(whileRead(open.table, () => open.stop))
    },
  }
}

function known(houses: Houses, instrument: InstrumentId): boolean {
  return houses.of(instrument)?.instrument(instrument) != null
}

function hold(houses: Houses, instruments: readonly InstrumentId[]): Stop {
  const stops = instruments.flatMap((instrument) => houses.of(instrument)?.want(instrument, 'looked-at') ?? [])
  return () => {
    for (const stop of stops) stop()
  }
}

function unknown(instrument: InstrumentId): Failure {
  const values = { venue: 'Tidemark', symbol: symbolOf(instrument) }
  return { code: 'invalid', field: 'instrument', sentence: sentence('venue.unknown-symbol', values) }
}
