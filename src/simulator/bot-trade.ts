import { abs, approximate, isZero, sign, sub, ZERO, type Decimal } from '../shared/decimal.ts'
import type { Time } from '../shared/ids.ts'
import { plainWish, quantityWorth } from './accounts/live-past.ts'
import type { Chance } from './chance.ts'
import type { Account } from './ledger/account.ts'
import type { OrderWish, Side } from './ledger/order.ts'
import { positionKey, type Position } from './ledger/position.ts'
import type { Contract } from './market/contract.ts'
import type { Market } from './market/market.ts'

/** What an account held at the start, signed, by contract; trades stay around it. */
export type Home = ReadonlyMap<string, Decimal>

/** Visited one at a time, for a while. */
const VISITED = ['XRPUSDT', 'DOGEUSDT', 'AVAXUSDT', 'SUIUSDT', 'BNBUSDT', 'ADAUSDT']
const VISITS = 0.25
const LEAVES = 0.35
/** A visit is worth this many dollars, an ordinary trade these. */
const VISIT = { least: 180, spread: 300 }
const TRADE = { least: 20, spread: 60 }
/** No holding strays further than this part from what it was at the start. */
const STRAY = 0.25

/** What a busy trader does next: brings back what was closed, ends or begins a visit, or trades around a holding. */
export function nextTrade(account: Account, home: Home, market: Market, chance: Chance, at: Time): OrderWish {
  const held = (contract: string): Decimal => heldOf(account, contract)
  const lost = [...home].find(([contract]) => isZero(held(contract)))
  if (lost !== undefined) return towards(lost[0], lost[1])
  const visited = VISITED.filter((contract) => !home.has(contract))
  const visit = visited.find((contract) => !isZero(held(contract)))
  const mood = chance.next()
  if (visit !== undefined && mood < LEAVES) return leave(visit, held(visit))
  const steady = [...home.keys()].filter((contract) => marginOf(account, contract) === 'cross')
  if (visit === undefined && (mood < VISITS || steady.length === 0)) {
    return arrive(market, pick(visited, chance), chance, at)
  }
  const contract = market.contract(pick(steady.length === 0 ? visited : steady, chance))
  return around(contract, home.get(contract.id) ?? ZERO, held(contract.id), market, chance, at)
}

function towards(contract: string, quantity: Decimal): OrderWish {
  return plainWish(contract, sign(quantity) > 0 ? 'buy' : 'sell', abs(quantity))
}

function leave(contract: string, held: Decimal): OrderWish {
  return { ...plainWish(contract, sign(held) > 0 ? 'sell' : 'buy', abs(held)), reduceOnly: true }
}

function arrive(market: Market, id: string, chance: Chance, at: Time): OrderWish {
  const side: Side = chance.next() < 0.55 ? 'buy' : 'sell'
  return plainWish(id, side, worth(market, market.contract(id), VISIT, chance, at))
}

/** The further from home, the likelier back. */
function around(contract: Contract, home: Decimal, held: Decimal, market: Market, chance: Chance, at: Time): OrderWish {
  const most = Math.abs(approximate(home)) * STRAY
  const away = most === 0 ? 0 : approximate(sub(held, home)) / most
  const buys = 0.5 - Math.max(-0.5, Math.min(0.5, away / 2))
  const side: Side = chance.next() < buys ? 'buy' : 'sell'
  return plainWish(contract.id, side, worth(market, contract, TRADE, chance, at))
}

function worth(market: Market, contract: Contract, size: typeof TRADE, chance: Chance, at: Time): Decimal {
  return quantityWorth(contract, market.fair(contract, at).mark, size.least + chance.whole(size.spread))
}

function pick(contracts: readonly string[], chance: Chance): string {
  return contracts[chance.whole(contracts.length)] ?? 'XRPUSDT'
}

/** What stands on margin of its own is left alone: more of it would bring its liquidation nearer. */
function marginOf(account: Account, contract: string): Position['margin'] {
  return positionOf(account, contract)?.margin ?? 'cross'
}

function heldOf(account: Account, contract: string): Decimal {
  return positionOf(account, contract)?.quantity ?? ZERO
}

function positionOf(account: Account, contract: string): Position | undefined {
  return account.state().positions.get(positionKey(contract, 'one-way'))
}
