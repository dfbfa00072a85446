import type { Mode } from '../shared/frames.ts'
import { venueOf, type VenueId } from '../shared/ids.ts'
import { createDriftLog } from './account/drift-log.ts'
import { createHistory } from './account/history.ts'
import { createAccountBook, type AccountBook } from './accounts/account-book.ts'
import { createHouses } from './accounts/houses.ts'
import { viewOfHouses } from './accounts/market-view.ts'
import { createPlaces } from './accounts/places.ts'
import { createRoll } from './accounts/roll.ts'
import { keepWatching } from './accounts/watching.ts'
import type { Desk } from './desk.ts'
import type { Engine } from './engine.ts'
import { followMachine } from './machine-events.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { createAlerts } from './alerts/alerts.ts'
import { wantPrices } from './alerts/want-prices.ts'
import { followDesktop } from './desktop-state.ts'
import { alertHandlers } from './handlers/alerts.ts'
import { appHandlers, type ProgramFacts } from './handlers/app.ts'
import { desktopHandlers } from './handlers/desktop.ts'
import { marketHandlers } from './handlers/market.ts'
import { portfolioHandlers } from './handlers/portfolio.ts'
import { viewHandlers } from './handlers/views-of-state.ts'
import { createPulses } from './health/pulses.ts'
import { createStreams } from './health/streams.ts'
import { readEquity } from './portfolio/equity-history.ts'
import { createPortfolio } from './portfolio/portfolio.ts'
import type { AlertHost } from './ports/alert-host.ts'
import type { Desktop } from './ports/desktop.ts'
import type { Ports } from './ports/ports.ts'
import type { HostOverrides, Venue } from './ports/venue.ts'
import { createSettings } from './settings.ts'
import { createEngineState } from './state.ts'
import { createTables } from './tables.ts'

export interface EngineOptions {
  readonly mode: Mode
  readonly venues: readonly Venue[]
  readonly overrides: ReadonlyMap<VenueId, HostOverrides>
  readonly facts: ProgramFacts
  readonly desk: Desk
  /** Null in the headless shell. */
  readonly desktop: Desktop | null
  readonly alertHost: AlertHost
}

/** Puts the engine together; nothing runs before `start`. */
export function createEngine(ports: Ports, options: EngineOptions): Engine {
  const { mode, venues, overrides, desk, facts } = options
  const { clock, store, log } = ports
  const tables = createTables()
  const state = createEngineState(tables)
  const settings = createSettings(store, state.settings, log)
  const streams = createStreams(clock, state.streams)
  const drift = createDriftLog(ports, state.drift)
  const history = createHistory(store, state)
  const places = createPlaces(ports, { venues, mode, overrides, budgets: state.budgets })
  const houses = createHouses(ports, { tables, prices: state.prices, streams })
  const timeZone = (): string => settings.current().timeZone
  const portfolio = createPortfolio({ clock, store, tables, state, drift, timeZone, market: viewOfHouses(houses) })
  const accounts = { accounts: state.accounts, portfolio, history, drift, streams }
  const roll = createRoll(ports, accounts, places, houses)
  const watching = keepWatching(store, state.watchlist, houses)
  const book = createLiveBook(ports, options)
  const alerts = createAlerts(ports, {
    mode,
    tables,
    state,
    host: options.alertHost,
    desktop: options.desktop,
    startedAt: facts.startedAt,
    candles: (ask) => houses.of(ask.instrument)?.candles.history(ask) ?? null,
    settleOf: (instrument) => houses.of(instrument)?.instrument(instrument)?.settle ?? null,
    venueName: (instrument) => places.venue(venueOf(instrument))?.name ?? null,
    filledAt: (account) => history.filledAt(account),
  })
  const pulses = createPulses(ports, state.streams)
  const stops = [followDesktop(options.desktop, state), followMachine(ports), wantPrices(state.alerts.rules, houses)]

  return {
    mode,
    state,
    tables,
    handlers: {
      app: appHandlers(facts, {
        ...desk,
        mode,
        venues,
        vault: desk.live?.ports.vault ?? null,
        unlocked: () => {
          roll.restart()
          alerts.unlocked()
        },
      }),
      accounts: accountHandlers(state, roll, {
        book: book.book,
        isLive: mode === 'live',
        goLive: () => desk.switchMode('live'),
      }),
      portfolio: portfolioHandlers(state, store, {
        read: (ask) =>
          readEquity(store, state, ask, (from) => portfolio.rate(from, state.totals.get('all')?.currency ?? from)),
      }),
      market: marketHandlers(state, watching.watchlist, houses),
      ...viewHandlers(state, settings),
      ...desktopHandlers(state, options.desktop),
      ...alertHandlers(state, { clock, alertStore: store.alerts, alerts }),
    },
    pulses,
    start: () => {
      history.load()
      portfolio.start()
      for (const stored of store.accounts()) roll.watch(stored)
      pulses.start()
      alerts.start()
    },
    stop: async () => {
      stops.forEach((stop) => stop())
      alerts.stop()
      roll.stop()
      portfolio.stop()
      watching.stop()
      houses.stop()
      places.stop()
      book.stop()
      streams.stop()
      pulses.stop()
      await store.flush()
    },
  }
}

/** Where real accounts are added, whichever mode is on screen: always the live store, vault and network. */
function createLiveBook(
  ports: Ports,
  { desk, venues, overrides }: EngineOptions,
): { readonly book: AccountBook | null; stop(): void } {
  if (desk.live === null) return { book: null, stop: () => undefined }
  const tables = createTables()
  const live = desk.live.ports
  const places = createPlaces(live, { venues, mode: 'live', overrides, budgets: tables.table() })
  return { book: createAccountBook({ ...ports, ...live }, places), stop: () => places.stop() }
}
