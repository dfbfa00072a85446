import { z } from 'zod'
import { alertCondition } from './alert-conditions.ts'
import { hasEnd, TELLS_EACH } from './alert-kinds.ts'
import { channelId, channelLevel } from './channel-rows.ts'
import { place, quietHours } from './desktop-rows.ts'
import {
  accountIdField,
  amount,
  instrumentIdField,
  maybeAmount,
  maybeTime,
  sentenceField,
  text,
  time,
} from './fields.ts'

export const severity = z.enum(['info', 'warning', 'critical'])
export type Severity = z.infer<typeof severity>

export const ruleId = text(60).min(1)
/** Made of the rule and what happened, so that the same happening has the same id. */
export const alertId = text(400).min(1)

const chosen = z.strictObject({
  /** The user's own name for it; empty: the condition in words. */
  name: text(80),
  enabled: z.boolean(),
  condition: alertCondition,
  account: z.union([z.literal('all'), accountIdField]),
  /** Only this contract; null: every one. */
  instrument: instrumentIdField.nullable(),
  /** How far back over its line a figure must go before the rule can fire again, as a share of the line. */
  hysteresis: amount,
  /** Zero for kinds that tell each thing that happens. */
  coolDownMs: z.int().min(0).max(604_800_000),
  severity,
  /** By channel; a channel not named here follows its own default. */
  channels: z.record(channelId, channelLevel),
  /** Null follows the quiet hours of all rules; critical alerts pass either. */
  quietHours: quietHours.nullable(),
  /** Tells also that it is over; false for what has no end. */
  recovery: z.boolean(),
})

/** What the user decides of a rule. */
export const ruleChoices = chosen
  .refine(({ condition, coolDownMs }) => coolDownMs === 0 || !TELLS_EACH.has(condition.kind), {
    path: ['coolDownMs'],
    message: 'must be zero for this kind',
  })
  .refine(({ condition, recovery }) => !recovery || hasEnd(condition), {
    path: ['recovery'],
    message: 'must be false for what has no end',
  })
export type RuleChoices = z.infer<typeof ruleChoices>

/** One rule. Key: rule id. */
export const ruleRow = z.strictObject({
  rule: ruleId,
  ...chosen.shape,
  /** Came with the program: can be changed and switched off, not removed. */
  origin: z.enum(['first-start', 'user']),
  mutedUntil: maybeTime,
  createdAt: time,
  lastFiredAt: maybeTime,
  /** Why it cannot watch now: nothing to watch, or only stale facts. */
  waiting: sentenceField.nullable(),
})
export type RuleRow = z.infer<typeof ruleRow>

/** Something happened that a rule watches for. Key: alert id. */
export const alertRow = z.strictObject({
  alert: alertId,
  rule: ruleId,
  /** The user's name for the rule as it was then; empty where there was none. */
  ruleName: text(80),
  kind: text(40),
  severity,
  /** The fact, and its figures with the account. */
  title: sentenceField,
  body: sentenceField,
  account: accountIdField.nullable(),
  instrument: instrumentIdField.nullable(),
  place,
  value: maybeAmount,
  /** When the fact became true as far as is known; `firedAt` is when it was noticed. */
  at: time,
  firedAt: time,
  /** Noticed after the fact, because the program was down, asleep or blind. */
  late: z.boolean(),
  clearedAt: maybeTime,
  readAt: maybeTime,
  acknowledgedAt: maybeTime,
  /** The alert whose end this tells; null: it tells of something new. */
  ends: alertId.nullable(),
})
export type AlertRow = z.infer<typeof alertRow>

/** What an alert is about is silent until then. Key: `subjectOf` it. */
export const snoozeRow = z.strictObject({
  rule: ruleId,
  account: accountIdField.nullable(),
  instrument: instrumentIdField.nullable(),
  until: time,
})
export type SnoozeRow = z.infer<typeof snoozeRow>

/** One alert on its way through one channel. Key: `alert channel`. */
export const deliveryRow = z.strictObject({
  alert: alertId,
  channel: channelId,
  channelLabel: text(80),
  /** `given-up` by the user or with its channel; `skipped`: a notice nobody saw of what arrived another way. */
  state: z.enum(['pending', 'sending', 'held', 'delivered', 'failed', 'undelivered', 'given-up', 'skipped']),
  /** The alerts told together with it; 1 when it went alone. */
  together: z.int().min(1),
  tries: z.int().min(0),
  createdAt: time,
  lastTriedAt: maybeTime,
  nextTryAt: maybeTime,
  deliveredAt: maybeTime,
  problem: sentenceField.nullable(),
  /** The channel that failed and that this one stands in for. */
  insteadOf: channelId.nullable(),
  /** The channel that tells it in this one's place. */
  takenOverBy: channelId.nullable(),
})
export type DeliveryRow = z.infer<typeof deliveryRow>

/** The sign of life sent elsewhere. One row `heartbeat`. */
export const heartbeatRow = z.strictObject({
  state: z.enum(['off', 'beating', 'withheld', 'failing']),
  host: text(255),
  everyMs: z.int().min(30_000).max(86_400_000),
  /** Minute of the user's day of the all-clear; null: none. */
  allClearAt: z.int().min(0).max(1439).nullable(),
  lastSentAt: maybeTime,
  nextAt: maybeTime,
  /** Why it is withheld or fails. */
  problem: sentenceField.nullable(),
  /** Why the last all-clear that was due was not sent; null: it was. */
  unclear: sentenceField.nullable(),
})
export type HeartbeatRow = z.infer<typeof heartbeatRow>

/** What happened while nobody watched. Key: `absenceKey`. */
export const absenceRow = z.strictObject({
  /** The one that was not seen while others were; null: all of them. */
  account: accountIdField.nullable(),
  from: time,
  to: time,
  cause: z.enum(['sleep', 'offline', 'restart']),
  fills: z.int().min(0),
  /** By currency. */
  funding: z.array(z.strictObject({ asset: text(32), amount })).max(64),
  pnl: z.array(z.strictObject({ account: accountIdField, currency: text(16), amount: maybeAmount })).max(64),
  alerts: z.int().min(0),
  blindMinutes: z.int().min(0),
  readAt: maybeTime,
})
export type AbsenceRow = z.infer<typeof absenceRow>

export function absenceKey({ from, account }: Pick<AbsenceRow, 'from' | 'account'>): string {
  return account === null ? String(from) : `${from} ${account}`
}

/** How often a rule would have fired in stored history, and since when that is known. */
export const rulePreview = z.strictObject({
  from: maybeTime,
  to: time,
  times: z.int().min(0),
  newest: z.array(time).max(20),
  /** Why it cannot be told, where it cannot. */
  problem: sentenceField.nullable(),
})
export type RulePreview = z.infer<typeof rulePreview>

/** One row `alerts`: what the bell shows, and what holds for all rules. */
export const alertSummary = z.strictObject({
  unread: z.int().min(0),
  undelivered: z.int().min(0),
  /** Fired, critical, neither cleared nor acknowledged. */
  alarm: z.int().min(0),
  pausedUntil: maybeTime,
  quietHours: quietHours.nullable(),
})
export type AlertSummary = z.infer<typeof alertSummary>

/** One alert the open page shows as a notification of its browser. Key: the message's own. */
export const webNotice = z.strictObject({
  notice: text(400).min(1),
  title: text(400),
  body: text(4000),
  severity,
  loudness: z.enum(['loud', 'silent']),
  place: place.nullable(),
  at: time,
})
export type WebNotice = z.infer<typeof webNotice>
