import { ok, type Result } from '../../shared/result.ts'
import type { LineDesk } from '../create-lines.ts'
import type { Doors } from '../doors.ts'
import type { Signal } from '../face.ts'
import type { Account } from '../ledger/account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { refuse } from '../ledger/problems.ts'
import type { Contract } from '../market/contract.ts'
import type { Market } from '../market/market.ts'
import type { RestDesk } from '../rest-desk.ts'

/** Everything commands work on. */
export interface Desks {
  now(): number
  readonly market: Market
  readonly ledger: Ledger
  readonly lines: LineDesk
  readonly rest: RestDesk
  readonly doors: Doors
  signal(signal: Signal): void
  /** Sets how far the exchange's clock is off the machine's. */
  moveClock(offsetMs: number): void
  setReach(reach: 'online' | 'offline'): void
  setBot(turn: 'on' | 'off'): void
  /** Takes every fault away: of lines, requests, clock and reach. */
  heal(): void
}

export function accountNamed({ ledger }: Desks, name: string): Result<Account> {
  const account = ledger.account(name)
  return account === null ? refuse('simulator.account', { account: name }) : ok(account)
}

/** By the core's id, or by either venue's symbol. */
export function contractNamed({ market }: Desks, symbol: string): Result<Contract> {
  const own = market.contracts.find((contract) => contract.id === symbol)
  const found = own ?? market.find('bybit', symbol) ?? market.find('binance', symbol)
  return found === null ? refuse('simulator.symbol', { symbol }) : ok(found)
}

export function onAccount<T>(desks: Desks, name: string, run: (account: Account) => Result<T>): Result<T> {
  const account = accountNamed(desks, name)
  return account.ok ? run(account.value) : account
}

export function onContract<T>(desks: Desks, symbol: string, run: (contract: Contract) => Result<T>): Result<T> {
  const contract = contractNamed(desks, symbol)
  return contract.ok ? run(contract.value) : contract
}

export function onBoth<T>(
  desks: Desks,
  wish: { readonly account: string; readonly symbol: string },
  run: (account: Account, contract: Contract) => Result<T>,
): Result<T> {
  return onAccount(desks, wish.account, (account) =>
    onContract(desks, wish.symbol, (contract) => run(account, contract)),
  )
}
