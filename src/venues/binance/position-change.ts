import { slotKey, type AccountEvent, type AccountState, type Position } from '../../engine/account/event.ts'
import type { PrivateContext } from '../../engine/ports/feed.ts'
import { abs, equals, isZero, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, MarketId, Time } from '../../shared/ids.ts'
import { instrumentId } from '../../shared/ids.ts'
import { unlessRecent, UNLISTED } from './lost-figures.ts'
import { directionOf, guessedMode, notStated } from './normalise-position.ts'
import { marginModeOf, slotOf, unlessZero } from './normalise-words.ts'
import { isCoinMargined } from './symbols.ts'
import type { PositionChange } from './wire-events.ts'

/** One row of a message: what it changes, and why the snapshot is needed besides. */
export interface Told {
  readonly event: AccountEvent | null
  readonly resync: string | null
}

const NOTHING: Told = { event: null, resync: null }

export function hearPosition(change: PositionChange, at: Time, context: PrivateContext, market: MarketId): Told {
  if (isCoinMargined(change)) return NOTHING
  const instrument = instrumentId(market, change.s)
  if (!context.instruments.has(instrument)) return { event: null, resync: unlessRecent(UNLISTED, context) }
  if (!fitsMode(change, context.state)) return isZero(change.pa) ? NOTHING : MODE_CHANGED
  if (isZero(change.pa)) return flat(instrument, change, at)
  const known = knownPosition(context.state, instrument, change)
  const position = positionOf(change, instrument, known, at)
  return { event: { kind: 'position', position }, resync: missingIn(position, known, context) }
}

/** Switching between one-way and hedge mode has no event of its own: it shows when the other mode's rows arrive. */
const MODE_CHANGED: Told = { event: null, resync: 'the position mode' }

/** In hedge mode the zero `BOTH` row comes along with every change of a side. */
function fitsMode(change: PositionChange, state: AccountState | null): boolean {
  if (state === null || state.modes.positionMode === 'mixed') return true
  return (change.ps === 'BOTH') === (state.modes.positionMode === 'one-way')
}

function flat(instrument: InstrumentId, change: PositionChange, at: Time): Told {
  const position = { instrument, slot: slotOf(change.ps), size: null, recency: { sequence: null, at } }
  return { event: { kind: 'position', position }, resync: null }
}

function knownPosition(state: AccountState | null, instrument: InstrumentId, change: PositionChange): Position | null {
  const known = state?.positions.get(slotKey(instrument, slotOf(change.ps)))
  return known === undefined || known.size === null ? null : known
}

function positionOf(change: PositionChange, instrument: InstrumentId, known: Position | null, at: Time): Position {
  const marginMode = marginModeOf(change.mt) ?? known?.marginMode ?? guessedMode(change.iw)
  const row = {
    instrument,
    slot: slotOf(change.ps),
    side: directionOf(change.pa),
    size: abs(change.pa),
    entry: unlessZero(change.ep),
    marginMode,
    isolatedWallet: marginMode === 'isolated' ? change.iw : null,
  }
  return {
    ...(known !== null && isUnmoved(row, known) ? stillTrue(known) : unknownNow),
    ...notStated,
    ...row,
    breakEven: unlessZero(change.bep),
    leverage: known?.leverage ?? null,
    // Stated at the instant of the event, at a mark price that the event does not tell.
    statedMark: null,
    statedPnl: change.up,
    adlRank: known?.adlRank ?? null,
    recency: { sequence: null, at },
  }
}

type Shape = Pick<Position, 'side' | 'size' | 'entry' | 'marginMode' | 'isolatedWallet'>

function isUnmoved(row: Shape, known: Position): boolean {
  const sameShape = row.side === known.side && row.marginMode === known.marginMode && equals(row.size, known.size)
  return sameShape && same(row.entry, known.entry) && same(row.isolatedWallet, known.isolatedWallet)
}

function same(a: Decimal | null, b: Decimal | null): boolean {
  return a === b || (a !== null && b !== null && equals(a, b))
}

type Derived = Pick<Position, 'liquidation' | 'initialMargin' | 'maintenanceMargin'>

/** The exchange computes these from size, entry and margin; they hold as long as those do. */
function stillTrue({ liquidation, initialMargin, maintenanceMargin }: Position): Derived {
  return { liquidation, initialMargin, maintenanceMargin }
}

const unknownNow: Derived = { liquidation: null, initialMargin: null, maintenanceMargin: null }

function missingIn(position: Position, known: Position | null, context: PrivateContext): string | null {
  if (known === null) return 'leverage and liquidation of a new position'
  const lost = position.maintenanceMargin === null && known.maintenanceMargin !== null
  return lost ? unlessRecent('liquidation and margins after a change', context) : null
}
