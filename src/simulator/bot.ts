import { compare, decimal, isZero } from '../shared/decimal.ts'
import type { Time } from '../shared/ids.ts'
import { keepOrdersOpen } from './accounts/open-orders.ts'
import { nextTrade, type Home } from './bot-trade.ts'
import type { Chance } from './chance.ts'
import type { Account } from './ledger/account.ts'
import { measure } from './ledger/figures.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Market } from './market/market.ts'

/** Below this equity the owner pays in, so that the demo lives for months. */
const POOR = decimal('4000')
const TOP_UP = decimal('3000')

export interface Bot {
  /** Called every second; trades every 20 to 60. */
  act(at: Time): void
}

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
  trade(desk, account, home, at)
  keepOrdersOpen(desk, account, new Set(home.keys()), at)
}

/** A limit order at the best price of its own side, met at once. */
function trade({ ledger, market, chance }: BotDesk, account: Account, home: Home, at: Time): void {
  const wish = nextTrade(account, home, market, chance, at)
  const quote = market.quote(market.contract(wish.contract), at)
  const placed = ledger.place(account, { ...wish, price: wish.side === 'buy' ? quote.bid : quote.ask }, at)
  if (!placed.ok || !account.state().orders.has(placed.value)) return
  ledger.fillOrder(account, placed.value, { price: null, quantity: null, liquidity: 'maker' }, at)
}

function keepSolvent({ ledger, market }: BotDesk, account: Account, at: Time): void {
  const { usd } = measure(account, market, at).sums
  if (compare(usd.equity, POOR) < 0) ledger.transfer(account, 'USDT', TOP_UP, at)
}

function holdings(account: Account): Home {
  const held = [...account.state().positions.values()].filter((position) => !isZero(position.quantity))
  return new Map(held.map((position) => [position.contract, position.quantity]))
}
