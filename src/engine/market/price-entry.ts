import type { Decimal } from '../../shared/decimal.ts'
import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import type { Arrival } from '../session/run.ts'
import type { Instrument } from './instrument.ts'
import type { MarketEvent, PriceFields } from './price.ts'

/** Where prices come from, as far as an entry needs to know. */
export interface PriceSource {
  freshness(): Freshness
  /** The first connection of the present unbroken life; what an earlier one said may be outdated. */
  since(): number
}

/** How far one stream of an instrument was followed. */
interface StreamMark {
  source: PriceSource
  generation: number
  order: number
  heardAt: Time
}

/** The newest prices of one instrument. Mutable: it changes with every frame, and is made a row only when one is read. */
export interface PriceEntry {
  instrument: Instrument
  readonly fields: Fields
  readonly streams: Map<string, StreamMark>
  /** The stream that told the mark price. */
  markStream: string | null
  markAt: Time
  markHeardAt: Time
  at: Time
  heardAt: Time
  view: PriceView | null
  /** Freshness of the mark price and of the whole, as last told. */
  told: string
}

type Fields = { -readonly [Name in keyof PriceFields]-?: NonNullable<PriceFields[Name]> | null }

/** One instrument's prices as valuation sees them. Replaced, never changed, when any figure moves. */
export interface PriceView {
  readonly mark: Decimal | null
  readonly markAt: Time
  readonly markHeardAt: Time
  readonly last: Decimal | null
  readonly fundingRate: Decimal | null
  readonly nextFundingAt: Time | null
  /** Of the stream that carries the mark price. */
  readonly freshness: Freshness
}

type PriceEvent = Extract<MarketEvent, { kind: 'price' }>

export function createEntry(instrument: Instrument): PriceEntry {
  const times = { markAt: 0, markHeardAt: 0, at: 0, heardAt: 0 }
  return { instrument, fields: noFields(), streams: new Map(), markStream: null, ...times, view: null, told: '' }
}

/** Takes one streamed event; answers whether it changed anything. */
export function takeStreamed(entry: PriceEntry, event: PriceEvent, source: PriceSource, arrival: Arrival): boolean {
  if (!follow(entry, event, source, arrival)) return false
  assign(entry, event, arrival.at)
  return true
}

/** Takes prices read over REST: they fill gaps and replace what is older, but never what a stream said since. */
export function takeSeed(entry: PriceEntry, event: PriceEvent, heardAt: Time): void {
  const newer = event.at >= entry.at
  const marks = event.fields.mark !== undefined && (newer || entry.fields.mark === null)
  if (newer) assignFields(entry.fields, event.fields)
  else fillGaps(entry.fields, event.fields)
  if (marks) noteMark(entry, event, heardAt)
  noteTimes(entry, event.at, heardAt)
}

function fillGaps(known: Fields, offered: PriceFields): void {
  assignFields(known, {
    ...offered,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
  })
}

/** Field by field: this runs for every frame, and a loop over names takes several times as long. */
function assignFields(known: Fields, told: PriceFields): void {
  if (told.bid !== undefined) known.bid = told.bid
  if (told.bidSize !== undefined) known.bidSize = told.bidSize
  if (told.ask !== undefined) known.ask = told.ask
  if (told.askSize !== undefined) known.askSize = told.askSize
  if (told.last !== undefined) known.last = told.last
  if (told.mark !== undefined) known.mark = told.mark
  if (told.index !== undefined) known.index = told.index
  if (told.change24h !== undefined) known.change24h = told.change24h
  if (told.high24h !== undefined) known.high24h = told.high24h
  if (told.low24h !== undefined) known.low24h = told.low24h
  if (told.volume24h !== undefined) known.volume24h = told.volume24h
  if (told.turnover24h !== undefined) known.turnover24h = told.turnover24h
  if (told.fundingRate !== undefined) known.fundingRate = told.fundingRate
  if (told.nextFundingAt !== undefined) known.nextFundingAt = told.nextFundingAt
}

/** Whether the event continues its stream: not older than the last one, on this connection or a newer one. */
function follow(entry: PriceEntry, event: PriceEvent, source: PriceSource, arrival: Arrival): boolean {
  const mark = entry.streams.get(event.stream)
  if (mark === undefined || mark.generation < arrival.generation) return begin(entry, event, source, arrival)
  if (mark.generation > arrival.generation || event.order < mark.order) return false
  mark.order = event.order
  mark.heardAt = arrival.at
  return true
}

/** A stream begins on each connection with a whole message; parts before it complete nothing. */
function begin(entry: PriceEntry, event: PriceEvent, source: PriceSource, arrival: Arrival): boolean {
  if (!event.whole) return false
  const { order } = event
  entry.streams.set(event.stream, { source, generation: arrival.generation, order, heardAt: arrival.at })
  return true
}

function assign(entry: PriceEntry, event: PriceEvent, heardAt: Time): void {
  assignFields(entry.fields, event.fields)
  if (event.fields.mark !== undefined) {
    entry.markStream = event.stream
    noteMark(entry, event, heardAt)
  } else if (entry.markStream === event.stream) {
    entry.markHeardAt = heardAt
  }
  noteTimes(entry, event.at, heardAt)
}

function noteMark(entry: PriceEntry, event: PriceEvent, heardAt: Time): void {
  entry.markAt = event.at
  entry.markHeardAt = heardAt
}

function noteTimes(entry: PriceEntry, at: Time, heardAt: Time): void {
  if (at > entry.at) entry.at = at
  if (heardAt > entry.heardAt) entry.heardAt = heardAt
  entry.view = null
}

export function viewOf(entry: PriceEntry, freshness: Freshness): PriceView {
  const { mark, last, fundingRate, nextFundingAt } = entry.fields
  return {
    mark,
    markAt: entry.markAt,
    markHeardAt: entry.markHeardAt,
    last,
    fundingRate,
    nextFundingAt,
    freshness,
  }
}

/** Name by name: spreading the fields takes several times as long, and rows are made for every contract at every settling. */
export function rowOf({ instrument, fields, at, heardAt }: PriceEntry, freshness: Freshness): PriceRow {
  return {
    instrument: instrument.instrument,
    market: instrument.market,
    symbol: instrument.symbol,
    base: instrument.base,
    quote: instrument.quote,
    tick: instrument.tick,
    bid: fields.bid,
    bidSize: fields.bidSize,
    ask: fields.ask,
    askSize: fields.askSize,
    last: fields.last,
    mark: fields.mark,
    index: fields.index,
    change24h: fields.change24h,
    high24h: fields.high24h,
    low24h: fields.low24h,
    volume24h: fields.volume24h,
    turnover24h: fields.turnover24h,
    fundingRate: fields.fundingRate,
    nextFundingAt: fields.nextFundingAt,
    freshness,
    at,
    heardAt,
  }
}

/** Every field from the start, so that entries keep one shape however their frames arrive. */
function noFields(): Fields {
  return {
    bid: null,
    bidSize: null,
    ask: null,
    askSize: null,
    last: null,
    mark: null,
    index: null,
    change24h: null,
    high24h: null,
    low24h: null,
    volume24h: null,
    turnover24h: null,
    fundingRate: null,
    nextFundingAt: null,
  }
}
