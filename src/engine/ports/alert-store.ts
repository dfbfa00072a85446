import type { AlertRow, DeliveryRow, RuleRow } from '../../shared/alert-rows.ts'
import type { ChannelLevel } from '../../shared/channel-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { Sentence } from '../../shared/sentence.ts'

export type StoredRule = Omit<RuleRow, 'waiting' | 'lastFiredAt'>

/** Where one rule stands with one thing it watches. Survives restarts, so that a crossing in between is noticed. */
export interface RuleState {
  readonly rule: string
  /** What is watched: an account, a contract, a position, a stream. */
  readonly subject: string
  /** `over` is where the condition holds. */
  readonly side: 'under' | 'over'
  /** The last fresh figure, as text; null when none was seen yet. */
  readonly value: string | null
  /** When that figure was fresh. */
  readonly seenAt: Time
  /** Since when the figure is over its line and waits to be told; null while it is not. */
  readonly overSince: Time | null
  readonly firedAt: Time | null
  /** The alert that stands, until it clears. */
  readonly alert: string | null
}

/** A delivery as the outbox keeps it. */
export interface StoredDelivery {
  readonly alert: string
  readonly channel: string
  readonly loudness: Exclude<ChannelLevel, 'off'>
  readonly state: DeliveryRow['state']
  /** What the receiver may see more than once; deliveries told together share one. */
  readonly key: string
  readonly tries: number
  /** Since when it is on its way; moved on by the time in which nobody could try it. */
  readonly createdAt: Time
  readonly lastTriedAt: Time | null
  readonly nextTryAt: Time | null
  readonly deliveredAt: Time | null
  readonly problem: Sentence | null
  /** Set when it took over from a channel that failed. */
  readonly insteadOf: string | null
}

/** One step of the alert logic. All of it is on disk together, or none. */
export interface AlertStep {
  readonly alerts: readonly AlertRow[]
  readonly deliveries: readonly StoredDelivery[]
  readonly states: readonly RuleState[]
  /** States of things that are no more. */
  readonly forgotten: readonly Pick<RuleState, 'rule' | 'subject'>[]
  readonly cleared: readonly { readonly alert: string; readonly at: Time }[]
}

export interface AlertMark {
  readonly readAt?: Time
  readonly acknowledgedAt?: Time
}

/** What alerts keep on disk. Every change is written before it answers. */
export interface AlertStore {
  rules(): readonly StoredRule[]
  saveRule(rule: StoredRule): Result<null>
  /** A rule that begins anew: it, its states gone and what it told standing no more, in one transaction. */
  renewRule(rule: StoredRule, cleared: AlertStep['cleared']): Result<null>
  /** With its states; its alerts stay in the history, and stand no more. */
  removeRule(rule: string, cleared: AlertStep['cleared']): Result<null>

  states(): readonly RuleState[]
  /**
   * Writes one step in one transaction. An alert whose id is known changes nothing and brings no deliveries.
   * Answers the ids that were new.
   */
  commit(step: AlertStep): Result<readonly string[]>

  /** Newest first, exclusive. */
  alerts(before: Time, count: number): readonly AlertRow[]
  alert(alert: string): AlertRow | null
  /** How many critical alerts stand: neither cleared nor acknowledged. */
  alarms(): number
  mark(alerts: readonly string[], mark: AlertMark): Result<null>
  unread(): number

  deliveries(alerts: readonly string[]): readonly StoredDelivery[]
  /**
   * The first of what waits in a channel and whose time has come, oldest first. What was being sent at a crash is among
   * it. Of a digest all that waits is told, beyond `count` and whatever its time.
   */
  due(channel: string, now: Time, count: number): readonly StoredDelivery[]
  /** Every channel something waits for, and when its first falls due. */
  waitingChannels(): readonly { readonly channel: string; readonly nextAt: Time }[]
  /** Whatever of a channel has neither arrived nor been given up. */
  unsettled(channel: string): readonly StoredDelivery[]
  /** What waits for the end of a pause or of quiet hours. */
  held(): readonly StoredDelivery[]
  saveDeliveries(deliveries: readonly StoredDelivery[]): Result<null>
  undelivered(): number
  waiting(channel: string): number

  /** Until when the program is known to have watched. */
  watchedUntil(): Time | null
  saveWatchedUntil(at: Time): Result<null>
}
