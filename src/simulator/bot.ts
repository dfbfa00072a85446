import { approximate, compare, decimal, isZero, mul, sub, ZERO, type Decimal } from '../shared/decimal.ts'
import type { Time } from '../shared/ids.ts'
import { plainWish, quantityWorth } from './accounts/live-past.ts'
import { keepOrdersOpen } from './accounts/open-orders.ts'
import type { Chance } from './chance.ts'
import type { Account } from './ledger/account.ts'
import { measure } from './ledger/figures.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Side } from './ledger/order.ts'
import { positionKey } from './ledger/position.ts'
import type { Market } from './market/market.ts'

const CONTRACTS = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'XRPUSDT', 'DOGEUSDT', 'LINKUSDT', 'BNBUSDT']
/** One trade is worth this many dollars, and no holding more than `MOST` beyond what it was at the start. */
const LEAST_WORTH = 45
const SPREAD_WORTH = 110
const MOST = 1500
/** Below this equity the owner pays in, so that the demo lives for months. */
const POOR = decimal('4000')
const TOP_UP = decimal('3000')

export interface Bot {
  /** Called every second; trades every 20 to 60. */
  act(at: Time): void
}

/** What an account held at the start; trades stay around it. */
type Home = ReadonlyMap<string, Decimal>

/** Keeps accounts moving: small fills on both sides, around the holdings each account began with. */
export function createBot(ledger: Ledger, market: Market, accounts: readonly Account[], chance: Chance): Bot {
  const desk = { ledger, market, chance }
  const homes = accounts.map((account) => ({ account, home: holdings(account) }))
  const turns = new Map<string, Time>()
  const turn = (account: Account, home: Home, at: Time): void => {
    const due = turns.get(account.id)
    if (due !== undefined && at < due && due - at < 120_000) return
    turns.set(account.id, at + 20_000 + chance.whole(40_000))
    // The first call only draws lots, so that nothing happens at the very start.
    if (due !== undefined && account.state().modes.positions === 'one-way') live(desk, account, home, at)
  }
  return { act: (at) => homes.forEach(({ account, home }) => turn(account, home, at)) }
}

interface BotDesk {
  readonly ledger: Ledger
  readonly market: Market
  readonly chance: Chance
}

function live(desk: BotDesk, account: Account, home: Home, at: Time): void {
  keepSolvent(desk, account, at)
  keepOrdersOpen(desk, account, new Set(home.keys()), at)
  trade(desk, account, home, at)
}

function trade({ ledger, market, chance }: BotDesk, account: Account, home: Home, at: Time): void {
  const contract = market.contract(CONTRACTS[chance.whole(CONTRACTS.length)] ?? 'BTCUSDT')
  const quote = market.quote(contract, at)
  const held = heldOf(account, contract.id)
  const side = sideFor(approximate(mul(sub(held, home.get(contract.id) ?? ZERO), quote.last)), chance)
  const quantity = quantityWorth(contract, quote.last, LEAST_WORTH + chance.whole(SPREAD_WORTH))
  const price = side === 'buy' ? quote.bid : quote.ask
  const placed = ledger.place(account, { ...plainWish(contract.id, side, quantity), price }, at)
  if (!placed.ok || !account.state().orders.has(placed.value)) return
  ledger.fillOrder(account, placed.value, { price: null, quantity: null, liquidity: 'maker' }, at)
}

/** The further from home, the likelier back. */
function sideFor(away: number, chance: Chance): Side {
  const buys = 0.5 - Math.max(-0.5, Math.min(0.5, away / MOST / 2))
  return chance.next() < buys ? 'buy' : 'sell'
}

function keepSolvent({ ledger, market }: BotDesk, account: Account, at: Time): void {
  const { usd } = measure(account, market, at).sums
  if (compare(usd.equity, POOR) < 0) ledger.transfer(account, 'USDT', TOP_UP, at)
}

function holdings(account: Account): Home {
  const held = [...account.state().positions.values()].filter((position) => !isZero(position.quantity))
  return new Map(held.map((position) => [position.contract, position.quantity]))
}

function heldOf(account: Account, contract: string): Decimal {
  return account.state().positions.get(positionKey(contract, 'one-way'))?.quantity ?? ZERO
}
