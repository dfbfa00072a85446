import type { AccountId, Time } from '../../../shared/ids.ts'

/** A time in which one account is not seen, whether or not others are. */
export interface Gap {
  readonly since: Time
  /** When it was last found unseen. */
  readonly blindAt: Time
  /** Since when it is seen again; what happened meanwhile is being read. */
  readonly back: Time | null
}

export type Gaps = ReadonlyMap<AccountId, Gap>

/** Shorter ones are told by the rule about silent streams, if at all. */
export const GAP_MS = 10 * 60_000

/** One look: accounts that are not seen, with when anything was last heard of each, and all accounts there are. */
export function lookedFor(
  gaps: Gaps,
  unseen: ReadonlyMap<AccountId, Time | null>,
  accounts: readonly AccountId[],
  now: Time,
): Gaps {
  return new Map(
    accounts.flatMap((account): readonly (readonly [AccountId, Gap])[] => {
      const gap = gaps.get(account)
      const heardAt = unseen.get(account)
      if (heardAt !== undefined)
        return [[account, { since: gap?.since ?? Math.min(heardAt ?? now, now), blindAt: now, back: null }]]
      const back = gap?.back ?? now
      return gap === undefined || back - gap.since <= GAP_MS ? [] : [[account, { ...gap, back }]]
    }),
  )
}

/**
 * A report told of all accounts between two moments: of one that is seen only what lies before it is left to tell; of
 * one that is still unseen nothing could be told.
 */
export function withoutTold(gaps: Gaps, { from }: { readonly from: Time }): Gaps {
  return new Map(
    [...gaps].flatMap(([account, gap]): readonly (readonly [AccountId, Gap])[] => {
      if (gap.back === null) return [[account, { ...gap, since: Math.min(gap.since, from) }]]
      return from - gap.since > GAP_MS ? [[account, { ...gap, back: from }]] : []
    }),
  )
}

/** The wall clock was set: what was then was then by the new clock. */
export function gapsShifted(gaps: Gaps, byMs: number): Gaps {
  return new Map(
    [...gaps].map(([account, { since, blindAt, back }]) => [
      account,
      { since: since + byMs, blindAt: blindAt + byMs, back: back === null ? null : back + byMs },
    ]),
  )
}

/** The gaps that are to outlive this run. */
export function lastingGaps(gaps: Gaps): readonly { readonly account: AccountId; readonly since: Time }[] {
  return [...gaps].flatMap(([account, { since, blindAt }]) => (blindAt - since > GAP_MS ? [{ account, since }] : []))
}
