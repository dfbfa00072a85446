declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

/** Our own id of one watched account; never the exchange's user id. */
export type AccountId = Branded<string, 'AccountId'>
/** Which exchange's rules apply, as the roster names it. */
export type VenueId = Branded<string, 'VenueId'>
/** One market place: a venue together with the hosts its prices come from. Prices of two market places never mix. */
export type MarketId = Branded<string, 'MarketId'>
/** One contract on one market place. */
export type InstrumentId = Branded<string, 'InstrumentId'>

// The casts below are the only places where these brands are made.
export const accountId = (text: string): AccountId => text as AccountId
export const venueId = (text: string): VenueId => text as VenueId
export const marketId = (venue: VenueId, place: string): MarketId => `${venue}.${place}` as MarketId
export const instrumentId = (market: MarketId, symbol: string): InstrumentId => `${market}/${symbol}` as InstrumentId

/** The exchange's own symbol of an instrument. Symbols may hold any letters but no slash. */
export function symbolOf(instrument: InstrumentId): string {
  return instrument.slice(instrument.indexOf('/') + 1)
}

/** Which venue's contract an instrument is. */
export function venueOf(instrument: InstrumentId): VenueId {
  return instrument.slice(0, instrument.indexOf('.')) as VenueId
}

export function marketOf(instrument: InstrumentId): MarketId {
  return instrument.slice(0, instrument.indexOf('/')) as MarketId
}

/** A moment in epoch milliseconds, UTC. */
export type Time = number
