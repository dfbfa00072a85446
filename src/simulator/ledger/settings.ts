import { sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { AccountModes, AccountState, ContractSettings } from './account.ts'
import type { Book } from './book.ts'
import type { ChangeReason } from './change.ts'
import { settingsOf } from './defaults.ts'
import { sequenceOf } from './moment.ts'
import { followedBy, untouched, withPosition, type Outcome } from './outcome.ts'
import type { Position } from './position.ts'
import { refuse } from './problems.ts'
import type { Desk } from './trading.ts'

export function setLeverage(desk: Desk, book: Book, contract: string, leverage: Decimal, at: Time): Result<null> {
  const state = book.account.state()
  const next = withSettings(state, contract, { ...settingsOf(book.account, state, contract), leverage })
  desk.tell(book.write('leverage', contract, at, stirred(next, book.number(at), contract)))
  return ok(null)
}

/** Of one contract, or of the account; only while nothing is held or ordered there. */
export function setMargin(
  desk: Desk,
  book: Book,
  contract: string | null,
  margin: ContractSettings['margin'],
  at: Time,
): Result<null> {
  const state = book.account.state()
  if (busy(state, contract)) return refuse('simulator.mode-blocked')
  const next = contract === null ? withMargin(state, margin) : marginOf(book, state, contract, margin)
  write(desk, book, 'margin-mode', contract, at, next)
  return ok(null)
}

export function setPositions(desk: Desk, book: Book, positions: AccountModes['positions'], at: Time): Result<null> {
  const state = book.account.state()
  if (busy(state, null)) return refuse('simulator.mode-blocked')
  // The rows of the other mode go: an account has either one position per contract or two.
  const next = { ...state, modes: { ...state.modes, positions }, positions: new Map() }
  write(desk, book, 'position-mode', null, at, next)
  return ok(null)
}

export function setModes(desk: Desk, book: Book, reason: ChangeReason, modes: Partial<AccountModes>, at: Time): void {
  const state = book.account.state()
  write(desk, book, reason, null, at, { ...state, modes: { ...state.modes, ...modes } })
}

function write(
  desk: Desk,
  book: Book,
  reason: ChangeReason,
  contract: string | null,
  at: Time,
  state: AccountState,
): void {
  desk.tell(book.write(reason, contract, at, untouched(state)))
}

function busy(state: AccountState, contract: string | null): boolean {
  const concerns = (each: { readonly contract: string }): boolean => contract === null || each.contract === contract
  const held = [...state.positions.values()].some((position) => concerns(position) && sign(position.quantity) !== 0)
  return held || [...state.orders.values()].some(concerns)
}

function withMargin(state: AccountState, margin: ContractSettings['margin']): AccountState {
  const positions = [...state.positions].map(([key, position]) => [key, { ...position, margin }] as const)
  const settings = [...state.settings].map(([key, each]) => [key, { ...each, margin }] as const)
  return { ...state, modes: { ...state.modes, margin }, positions: new Map(positions), settings: new Map(settings) }
}

function marginOf(book: Book, state: AccountState, contract: string, margin: ContractSettings['margin']): AccountState {
  const next = withSettings(state, contract, { ...settingsOf(book.account, state, contract), margin })
  const positions = [...next.positions].map(([key, position]) => {
    return [key, position.contract === contract ? { ...position, margin } : position] as const
  })
  return { ...next, positions: new Map(positions) }
}

function withSettings(state: AccountState, contract: string, settings: ContractSettings): AccountState {
  return { ...state, settings: new Map(state.settings).set(contract, settings) }
}

/** The contract's positions are told again, with a new sequence. */
function stirred(state: AccountState, number: number, contract: string): Outcome {
  const positions: readonly Position[] = [...state.positions.values()].filter((each) => each.contract === contract)
  return positions.reduce(
    (outcome, position) =>
      followedBy(outcome, (next) => withPosition(next, { ...position, sequence: sequenceOf(number) })),
    untouched(state),
  )
}
