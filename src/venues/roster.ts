import type { Venue } from '../engine/ports/venue.ts'
import { binance } from './binance/venue.ts'
import { bybit } from './bybit/venue.ts'

/** Every exchange Tidemark can watch. A new one is its folder and a line here. */
export const roster: readonly Venue[] = [bybit, binance]

/** By the id that accounts are kept under; null when this build does not know it. */
export function findVenue(id: string): Venue | null {
  return roster.find((venue) => venue.id === id) ?? null
}
