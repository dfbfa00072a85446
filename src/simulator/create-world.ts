import type { Clock } from '../engine/ports/clock.ts'
import type { Log } from '../engine/ports/log.ts'
import { heldContracts, keyOf, usualModes } from './accounts/account-spec.ts'
import { livePast } from './accounts/live-past.ts'
import { keepOrdersOpen } from './accounts/open-orders.ts'
import { createChance } from './chance.ts'
import type { Desks } from './control/desks.ts'
import { createLines, type LineDesk } from './create-lines.ts'
import type { SimulatorOptions } from './create-simulator.ts'
import type { Signal, World } from './face.ts'
import { createLedger } from './ledger/create-ledger.ts'
import type { Ledger } from './ledger/ledger.ts'
import { createMarket } from './market/create-market.ts'
import type { Market } from './market/market.ts'
import { createDoors } from './doors.ts'
import { createRestDesk } from './rest-desk.ts'

export interface WorldPorts {
  readonly clock: Clock
  readonly seed: number
  readonly log: Log
  readonly options: SimulatorOptions
}

export interface Reach {
  readonly state: () => 'online' | 'offline'
  readonly set: (next: 'online' | 'offline') => void
}

export interface Made {
  readonly world: World
  /** All but the bot, which is made later. */
  readonly desks: Omit<Desks, 'setBot'>
  readonly reach: Pick<Reach, 'state'>
}

/** Market, ledger with the accounts' past, lines and faults, and the clock they live by. */
export function createWorld({ clock, seed, log, options }: WorldPorts): Made {
  const exchange = createExchangeClock(clock)
  const { now } = exchange
  const { market: motion, syntheticContracts } = options
  const market = createMarket({ seed, market: motion, syntheticContracts, listedAt: now() })
  const ledger = createLedger(market, options.accounts.map(openingOf), options.verify)
  furnish(ledger, market, seed, options, now())
  const lines = createLines(clock)
  const rest = createRestDesk()
  const doors = createDoors()
  const signals = createSignals()
  const reach = createReach(lines)
  const shared = { now, market, ledger, lines }
  const heal = (): void => {
    for (const desk of [lines, rest, doors]) desk.heal()
    exchange.move(0)
    reach.set('online')
  }
  const { move: moveClock } = exchange
  const { tell: signal } = signals
  const { set: setReach } = reach
  return {
    world: { ...shared, clock, chance: createChance(seed), log, onSignal: signals.onSignal },
    desks: { ...shared, rest, doors, signal, moveClock, setReach, heal },
    reach,
  }
}

interface ExchangeClock {
  readonly now: () => number
  readonly move: (offsetMs: number) => void
}

/** The machine's clock, and what the control surface moved it by. */
function createExchangeClock(clock: Clock): ExchangeClock {
  let offset = 0
  return { now: () => clock.now() + offset, move: (offsetMs) => void (offset = offsetMs) }
}

interface Signals {
  readonly tell: (signal: Signal) => void
  readonly onSignal: World['onSignal']
}

function createSignals(): Signals {
  const listeners = new Set<(signal: Signal) => void>()
  return {
    tell: (signal) => listeners.forEach((take) => take(signal)),
    onSignal: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
  }
}

/** Offline, open lines vanish and no new one is taken. */
function createReach(lines: LineDesk): Reach {
  let state: 'online' | 'offline' = 'online'
  return {
    state: () => state,
    set: (next) => {
      state = next
      lines.setOpen(next === 'online' ? 'open' : 'refusing')
      if (next === 'offline') lines.drop({}, { kind: 'abrupt' })
    },
  }
}

function openingOf(spec: SimulatorOptions['accounts'][number]): Parameters<typeof createLedger>[1][number] {
  return { id: spec.id, venue: spec.venue, user: spec.user, modes: { ...usualModes, ...spec.modes } }
}

/** Keys, the past, and what is open now. */
function furnish(ledger: Ledger, market: Market, seed: number, { accounts }: SimulatorOptions, now: number): void {
  for (const spec of accounts) for (const key of spec.keys) ledger.keys.put(keyOf(spec, key))
  livePast(ledger, market, seed, accounts, now)
  for (const spec of accounts) {
    const account = ledger.account(spec.id)
    if (account === null) continue
    if (spec.past === 'months') keepOrdersOpen({ ledger, market }, account, heldContracts(account), now)
    else for (const { asset, amount } of spec.deposits) ledger.transfer(account, asset, amount, now)
  }
}
