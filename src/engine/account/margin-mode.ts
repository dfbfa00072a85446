import type { AccountModes, AccountState, Flat, Position } from './event.ts'

/**
 * Where the margin mode is the account's, it is every position's, whatever a row says of itself: rows told before the
 * account was read, or kept from before it was switched, only guess.
 */
export function inMode(position: Position | Flat, { marginMode }: AccountModes): Position | Flat {
  if (position.size === null || marginMode === 'per-position' || position.marginMode === marginMode) return position
  return { ...position, marginMode }
}

/** The same for all positions of an account; the same account when none of them said otherwise. */
export function inAccountMode(state: AccountState): AccountState {
  const positions = new Map([...state.positions].map(([key, position]) => [key, inMode(position, state.modes)]))
  const isSame = [...positions].every(([key, position]) => state.positions.get(key) === position)
  return isSame ? state : { ...state, positions }
}
