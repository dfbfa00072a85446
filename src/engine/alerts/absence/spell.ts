import type { AbsenceRow } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Seen, Sight } from './sight.ts'

export type Cause = AbsenceRow['cause']

/**
 * Whether somebody watches. Causes that overlap are one absence, under the name of the first: a computer that wakes
 * without a network has slept, and begins again where it left off.
 */
export type Spell =
  | { readonly phase: 'watching'; readonly unseenSince: Time | null }
  | {
      readonly phase: 'away'
      readonly from: Time
      readonly cause: Cause
      readonly blindAt: Time
      readonly partSince: Time | null
    }
  /** Seeing again; what happened meanwhile is being read. */
  | { readonly phase: 'back'; readonly from: Time; readonly cause: Cause; readonly blindAt: Time; readonly to: Time }

/** Shorter silences are nothing to speak of. */
export const AWAY_AFTER_MS = 60_000
/** One stream that does not come back must not keep the rest from being told. */
const PART_IS_ENOUGH_MS = 120_000

export const WATCHING: Spell = { phase: 'watching', unseenSince: null }

export function beganAway(from: Time, cause: Cause, now: Time): Spell {
  return { phase: 'away', from: Math.min(from, now), cause, blindAt: now, partSince: null }
}

export function slept(spell: Spell, byMs: number, now: Time): Spell {
  if (spell.phase !== 'watching')
    return { phase: 'away', from: spell.from, cause: spell.cause, blindAt: now, partSince: null }
  if (spell.unseenSince !== null) return beganAway(spell.unseenSince, 'offline', now)
  return byMs < AWAY_AFTER_MS ? spell : beganAway(now - byMs, 'sleep', now)
}

/** One look at what is seen. */
export function looked(spell: Spell, { sight, heardAt }: Seen, now: Time): Spell {
  if (sight === 'nothing') return WATCHING
  switch (spell.phase) {
    case 'watching':
      return whileWatching(spell.unseenSince, sight, heardAt, now)
    case 'away':
      return whileAway(spell, sight, now)
    case 'back':
      return sight === 'blind' ? beganAgain(spell, now) : spell
  }
}

function whileWatching(unseenSince: Time | null, sight: Sight, heardAt: Time | null, now: Time): Spell {
  if (sight !== 'blind') return WATCHING
  const since = unseenSince ?? Math.min(heardAt ?? now, now)
  return now - since > AWAY_AFTER_MS ? beganAway(since, 'offline', now) : { phase: 'watching', unseenSince: since }
}

function whileAway(spell: Extract<Spell, { phase: 'away' }>, sight: Sight, now: Time): Spell {
  const { from, cause, blindAt } = spell
  if (sight === 'whole') return { phase: 'back', from, cause, blindAt, to: now }
  if (sight === 'blind') return { ...spell, blindAt: now, partSince: null }
  const partSince = spell.partSince ?? now
  if (now - partSince < PART_IS_ENOUGH_MS) return { ...spell, partSince }
  return { phase: 'back', from, cause, blindAt, to: partSince }
}

function beganAgain({ from, cause }: Extract<Spell, { phase: 'back' }>, now: Time): Spell {
  return { phase: 'away', from, cause, blindAt: now, partSince: null }
}

/** The wall clock was set: what was then was then by the new clock. */
export function shifted(spell: Spell, byMs: number): Spell {
  const move = (at: Time | null): Time | null => (at === null ? null : at + byMs)
  if (spell.phase === 'watching') return { ...spell, unseenSince: move(spell.unseenSince) }
  const moved = { from: spell.from + byMs, blindAt: spell.blindAt + byMs }
  if (spell.phase === 'away') return { ...spell, ...moved, partSince: move(spell.partSince) }
  return { ...spell, ...moved, to: spell.to + byMs }
}
