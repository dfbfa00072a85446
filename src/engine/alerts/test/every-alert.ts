import type { AlertCondition } from '../../../shared/alert-conditions.ts'
import type { AccountRow } from '../../../shared/account-rows.ts'
import { hasEnd } from '../../../shared/alert-kinds.ts'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { SystemFigure } from '../../ports/alert-host.ts'
import { createEngineState, type EngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { alertRowOf } from '../alert-rows.ts'
import { createFacts, followSources } from '../engine-facts.ts'
import { evaluate } from '../evaluate.ts'
import { createMovement } from '../movement.ts'
import { recoveryRowOf } from '../recovery.ts'
import { createStanding } from '../standing.ts'
import { balanceRow, flowRow, orderEnd, totalRow } from './more-rows.ts'
import { createMemoryAlertStore } from './memory-alert-store.ts'
import { accountRow, BTC, fillRow, positionRow, priceRow, rule, START, streamRow } from './rows.ts'

/** As long as something must last to be told of, and short enough for nothing to be late. */
const A_WHILE_MS = 60_000

/** Stands in every amount and in nothing else, so that an amount is found wherever it is written. */
export const AMOUNT = '731'

const money = decimal(`${AMOUNT}.25`)
const DAY_MS = 86_400_000

type Furnish = (state: EngineState, now: Time) => void
/** What a rule watches for, what is so before, and what then becomes so. */
type Case = readonly [name: string, condition: AlertCondition, before: Furnish, after: Furnish]

const nothing: Furnish = () => undefined
const price =
  (mark: string): Furnish =>
  ({ prices }, now) =>
    prices.set(BTC, priceRow({ mark: decimal(mark), fundingRate: decimal('0.0005'), at: now, heardAt: now }))
const position: Furnish = ({ positions }) =>
  positions.set(
    'main BTCUSDT',
    positionRow({
      unrealisedPnl: money,
      roi: decimal('0.4'),
      mark: decimal('98000'),
      markAt: START,
      liquidation: decimal('95000'),
      liquidationDistance: decimal('0.03'),
    }),
  )
const total: Furnish = ({ totals }) => totals.set('main', totalRow(money))
const fill =
  (over: Parameters<typeof fillRow>[0]): Furnish =>
  ({ incoming: { fills } }) =>
    fills.set('main f1', fillRow({ quantity: money, fee: money, realisedPnl: money, price: decimal('98000'), ...over }))
const balance =
  (wallet: string): Furnish =>
  ({ balances }) =>
    balances.set('main USDT', balanceRow(decimal(wallet)))
const flow =
  (amount: string): Furnish =>
  ({ incoming: { flows } }) =>
    flows.set('main w1', flowRow(decimal(amount)))
const ended =
  (how: 'rejected' | 'expired'): Furnish =>
  ({ incoming: { orders } }) =>
    orders.set('main o1', orderEnd(how))
const rights =
  (verdict: 'read-only' | 'can-trade' | 'can-withdraw'): Furnish =>
  ({ accounts }) => {
    const powers = verdict === 'read-only' ? [] : ['Spot: SpotTrade']
    const given = { verdict, powers, addressBound: true, expiresAt: START + 3 * DAY_MS, checkedAt: START }
    accounts.set('main', accountRow({ rights: given }))
  }
const stream =
  (state: 'stale' | 'checking' | 'down'): Furnish =>
  ({ streams }) =>
    streams.set('Main private', streamRow({ state }))

const crossing = (direction: 'above' | 'below' | 'either'): AlertCondition => ({
  kind: 'price-crosses',
  instrument: BTC,
  direction,
  price: decimal('97000'),
  of: 'mark',
})
const moving = (direction: 'up' | 'down' | 'either'): AlertCondition => ({
  kind: 'price-moves',
  instrument: BTC,
  direction,
  fraction: decimal('0.01'),
  withinMs: 300_000,
})
const [under, over] = [price('96000'), price('98000')]
const fraction = decimal('0.01')
const systemAbove = (figure: SystemFigure): AlertCondition => ({
  kind: 'system',
  figure,
  level: 'above',
  value: decimal('0.1'),
  forMs: A_WHILE_MS,
})
const figures = ['memory', 'processor', 'event-loop-delay', 'database-size', 'disk-free'] as const

/** Every kind of condition, in every direction it has. */
export const CASES: readonly Case[] = [
  ['a price rose', crossing('above'), under, over],
  ['a price fell', crossing('below'), over, under],
  ['a price rose, either way', crossing('either'), under, over],
  ['a price fell, either way', crossing('either'), over, under],
  ['a price moved up', moving('up'), under, over],
  ['a price moved down', moving('down'), over, under],
  ['a price moved, either way', moving('either'), over, under],
  ['PnL above', { kind: 'position-pnl', level: 'above', amount: decimal('1') }, nothing, position],
  ['PnL below', { kind: 'position-pnl', level: 'below', amount: decimal('9000') }, nothing, position],
  ['ROI above', { kind: 'position-roi', level: 'above', fraction }, nothing, position],
  ['ROI below', { kind: 'position-roi', level: 'below', fraction: decimal('0.9') }, nothing, position],
  ['liquidation near', { kind: 'liquidation-distance', fraction: decimal('0.1') }, nothing, position],
  ['margin ratio', { kind: 'margin-ratio', fraction }, nothing, total],
  ['drawdown', { kind: 'drawdown', fraction }, nothing, total],
  ['daily loss', { kind: 'daily-loss', amount: decimal('1') }, nothing, total],
  ['funding above', { kind: 'funding-rate', instrument: BTC, level: 'above', rate: decimal('0.0001') }, nothing, over],
  ['funding below', { kind: 'funding-rate', instrument: BTC, level: 'below', rate: decimal('0.01') }, nothing, over],
  ['bought', { kind: 'fill' }, nothing, fill({ side: 'buy' })],
  ['sold', { kind: 'fill' }, nothing, fill({ side: 'sell', realisedPnl: null })],
  ['liquidated', { kind: 'liquidation' }, nothing, fill({ cause: 'liquidation' })],
  ['deleveraged', { kind: 'liquidation' }, nothing, fill({ cause: 'adl' })],
  ['order rejected', { kind: 'order-ended', how: 'either' }, nothing, ended('rejected')],
  ['order expired', { kind: 'order-ended', how: 'expired' }, nothing, ended('expired')],
  ['balance up', { kind: 'balance-changes', asset: null, amount: decimal('1') }, balance('0'), balance(`${AMOUNT}.25`)],
  [
    'balance down',
    { kind: 'balance-changes', asset: null, amount: decimal('1') },
    balance('1462.5'),
    balance(`${AMOUNT}.25`),
  ],
  ['transfer in', { kind: 'transfer' }, nothing, flow(`${AMOUNT}.25`)],
  ['transfer out', { kind: 'transfer' }, nothing, flow(`-${AMOUNT}.25`)],
  ['stream silent', { kind: 'stream-stale', forMs: 5000 }, stream('stale'), stream('stale')],
  ['stream checked', { kind: 'stream-stale', forMs: 5000 }, stream('checking'), stream('checking')],
  ['stream down', { kind: 'stream-stale', forMs: 5000 }, stream('down'), stream('down')],
  ['key may trade', { kind: 'key-rights-changed' }, rights('read-only'), rights('can-trade')],
  ['key may withdraw', { kind: 'key-rights-changed' }, rights('can-trade'), rights('can-withdraw')],
  ['key is harmless', { kind: 'key-rights-changed' }, rights('can-trade'), rights('read-only')],
  ['key expires', { kind: 'key-expires', withinDays: 7 }, nothing, rights('read-only')],
  ...figures.map((figure): Case => [figure, systemAbove(figure), nothing, nothing]),
  ['restarted', { kind: 'restart' }, nothing, nothing],
]

/** The row of the alert that a case ends in. */
export function alertOf([name, condition, before, after]: Case): AlertRow {
  const clock = createManualClock(START)
  const tables = createTables()
  const state = createEngineState(tables)
  const movement = createMovement()
  if (condition.kind === 'price-moves') movement.want([{ ...condition, since: START }])
  followSources(state, movement, () => undefined)
  const run = { startedAt: START, watchedBefore: START - DAY_MS }
  const facts = createFacts({ clock, state, movement, run, venueName: () => 'Venue', system: () => decimal('2000000') })
  const standing = createStanding(createMemoryAlertStore())
  const look = () => {
    const looked = evaluate([rule({ condition })], standing, facts, clock.now())
    standing.take(looked)
    return looked.fired
  }
  state.accounts.set('main', accountRow())
  before(state, clock.now())
  const early = look()
  clock.advance(A_WHILE_MS)
  after(state, clock.now())
  const [firing] = [...early, ...look()]
  if (firing === undefined) throw new Error(`Nothing is told of: ${name}`)
  return alertRowOf(firing, clock.now(), facts)
}

/** How a case ends whose alert is over some time. */
export function endsOf(of: Case): readonly (readonly [name: string, end: AlertRow])[] {
  const [name, condition] = of
  if (!hasEnd(condition)) return []
  const ended = alertOf(of)
  const isPosition = 'side' in ended.title.values
  const ways = isPosition ? (['back', 'closed', 'no-liquidation'] as const) : (['back'] as const)
  const facts = { accounts: createTables().table<AccountRow>(), venueName: () => null }
  const { value, at } = ended
  return ways.map((how) => {
    const over = { rule: rule({ condition }), how, about: null, value, at, late: false }
    return [`${name}: ${how}`, recoveryRowOf(over, ended, ended.firedAt + A_WHILE_MS, facts)]
  })
}
