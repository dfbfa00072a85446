import type { z } from 'zod'
import type { Heard, MarketFeedContext } from '../../engine/ports/feed.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import type { InstrumentId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { decode } from './decode.ts'
import { unreadable } from './failure.ts'
import { asObject } from './json.ts'
import { eventOfBook, bookOf, candleOf, eventOfDay, dayOf, eventOfMark, markOf } from './normalise-price.ts'
import { readBook, readDay, readMark, type ReadQuickly } from './quick-frames.ts'
import { hearControl } from './subscribe.ts'
import { createFinder, isCoinMargined, type FindInstrument } from './symbols.ts'
import { bookTicker, contractInfo, klineUpdate, markPrice, ticker } from './wire-streams.ts'

type HeardMarket = Result<Heard<MarketEvent>>
type Hear = (frame: Readonly<Record<string, unknown>>, context: MarketFeedContext) => HeardMarket

/**
 * Frames in the exchange's own layout are read by a pattern, all others by their schema.
 * No id in these frames is longer than a float holds, so plain JSON will do, and it is the faster one.
 */
export function createHearMarket(): (text: string, context: MarketFeedContext) => HeardMarket {
  const find = createFinder()
  const ears = createEars(find)
  const quickEars = [
    quickEar(readBook, eventOfBook, find),
    quickEar(readMark, eventOfMark, find),
    quickEar(readDay, eventOfDay, find),
  ]
  return (text, context) => {
    for (const hear of quickEars) {
      const heard = hear(text, context)
      if (heard !== null) return heard
    }
    const frame = asObject(parse(text))
    if (frame === null) return fail(unreadable('market stream'))
    const name = frame['e']
    const hear = typeof name === 'string' ? ears.get(name) : undefined
    if (hear !== undefined) return hear(frame, context)
    return ok(
      hearControl(frame) ?? {
        kind: 'ignored',
        what: `stream ${typeof name === 'string' ? name.slice(0, 60) : typeof name}`,
      },
    )
  }
}

function createEars(find: FindInstrument): ReadonlyMap<string, Hear> {
  return new Map<string, Hear>([
    ['bookTicker', earFor(bookTicker, 'bookTicker', bookOf, find)],
    ['markPriceUpdate', earFor(markPrice, 'markPriceUpdate', markOf, find)],
    ['24hrTicker', earFor(ticker, '24hrTicker', dayOf, find)],
    ['kline', earFor(klineUpdate, 'kline', candleOf, find)],
    ['contractInfo', hearContractInfo],
  ])
}

interface OfSymbol {
  readonly s: string
}

/** Null from `normalise` means that an amount in the frame is no number. */
function earFor<Frame extends OfSymbol>(
  schema: z.ZodType<Frame>,
  name: string,
  normalise: (frame: Frame, instrument: InstrumentId) => MarketEvent | null,
  find: FindInstrument,
): Hear {
  return (frame, context) => {
    if (isCoinMargined(frame)) return ok({ kind: 'ignored', what: `${name} of COIN-M` })
    const read = decode(schema, frame, name)
    if (!read.ok) return read
    const instrument = find(context.instruments, read.value.s)
    if (instrument === null) return ok({ kind: 'ignored', what: `${name} of a contract that is not listed` })
    const event = normalise(read.value, instrument)
    return event === null ? fail(unreadable(`${name}: an amount`)) : ok({ kind: 'items', items: [event] })
  }
}

/** Hears frames in the exchange's own layout; null for all others. What it hears, the long way hears alike. */
function quickEar<Stated>(
  read: ReadQuickly<Stated>,
  event: (stated: Stated, instrument: InstrumentId) => MarketEvent,
  find: FindInstrument,
): (text: string, context: MarketFeedContext) => HeardMarket | null {
  return (text, { instruments }) => {
    const told = read(text)
    const instrument = told === null ? null : find(instruments, told.symbol)
    if (told === null || instrument === null) return null
    return ok({ kind: 'items', items: [event(told.stated, instrument)] })
  }
}

function hearContractInfo(frame: Readonly<Record<string, unknown>>): HeardMarket {
  if (isCoinMargined(frame)) return ok({ kind: 'ignored', what: 'contracts of COIN-M' })
  const read = decode(contractInfo, frame, 'contractInfo')
  if (!read.ok) return read
  return ok({ kind: 'items', items: [{ kind: 'instruments-changed', at: read.value.E }] })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
