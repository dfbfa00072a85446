import { z } from 'zod'
import {
  absenceRow,
  alertId,
  alertRow,
  alertSummary,
  deliveryRow,
  heartbeatRow,
  ruleChoices,
  ruleId,
  rulePreview,
  ruleRow,
  snoozeRow,
  webNotice,
} from './alert-rows.ts'
import { channelId, channelLevel, channelRow, channelSecrets, channelSettings, foundChat } from './channel-rows.ts'
import { call, live } from './contract-words.ts'
import { quietHours } from './desktop-rows.ts'
import { maybeTime, text, time } from './fields.ts'

const nothing = z.null()
const some = z.strictObject({ alerts: z.array(alertId).max(500) })
const oneDelivery = z.strictObject({ alert: alertId, channel: channelId })
const list = <Row extends z.ZodType>(row: Row, most: number) => z.array(row).max(most).readonly()

/** What the user decides of a channel. Secrets go in here and come out nowhere; null keeps the one there is. */
export const channelChoices = z.strictObject({
  /** Null makes a new one. */
  channel: channelId.nullable(),
  label: text(80).min(1),
  settings: channelSettings,
  level: channelLevel,
  failover: channelId.nullable(),
  secrets: channelSecrets,
})
export type ChannelChoices = z.infer<typeof channelChoices>

export const heartbeatChoices = z.strictObject({
  enabled: z.boolean(),
  /** The address may hold a secret and is kept as one; null keeps the one there is. */
  address: text(2000).nullable(),
  everyMs: z.int().min(30_000).max(86_400_000),
  allClearAt: z.int().min(0).max(1439).nullable(),
})
export type HeartbeatChoices = z.infer<typeof heartbeatChoices>

/** The contract's groups about alerts. */
export const alertContract = {
  alerts: {
    summary: live(nothing, alertSummary),
    /** The newest 200. */
    recent: live(nothing, alertRow),
    older: call(z.strictObject({ before: time, count: z.int().min(1).max(200) }), list(alertRow, 200)),
    /** Of the newest alerts. */
    deliveries: live(nothing, deliveryRow),
    deliveriesOf: call(some, list(deliveryRow, 4000)),
    markRead: call(some, nothing),
    acknowledge: call(some, nothing),
    retry: call(oneDelivery, nothing),
    /** Ends the tries of what has not arrived; it stays in the history and leaves the count of undelivered. */
    giveUp: call(oneDelivery, nothing),
    /**
     * Nothing about the subject of this alert is told until then, critical or not; if it stands at the end, it is told
     * once more. Null ends it at once.
     */
    snooze: call(z.strictObject({ alert: alertId, until: maybeTime }), nothing),
    snoozes: live(nothing, snoozeRow),
    /** Nothing but critical alerts is told until then; null goes on at once. */
    pause: call(z.strictObject({ until: maybeTime }), nothing),
    setQuietHours: call(z.strictObject({ quietHours: quietHours.nullable() }), nothing),
    /** While nobody watched: newest first. */
    absences: live(nothing, absenceRow),
    markAbsenceRead: call(absenceRow.pick({ from: true, account: true }), nothing),
    /** What the open page is to show as notifications of its browser. */
    toShow: live(nothing, webNotice),
    shown: call(z.strictObject({ notice: text(400).min(1), outcome: z.enum(['shown', 'denied', 'failed']) }), nothing),
  },
  rules: {
    list: live(nothing, ruleRow),
    /** A rule of null is a new one. */
    save: call(z.strictObject({ rule: ruleId.nullable(), choices: ruleChoices }), ruleId),
    remove: call(z.strictObject({ rule: ruleId }), nothing),
    mute: call(z.strictObject({ rule: ruleId, until: maybeTime }), nothing),
    /** Bounded work; a newer question ends the one before, which is answered as given up. */
    preview: call(ruleChoices, rulePreview),
  },
  heartbeat: {
    state: live(nothing, heartbeatRow),
    change: call(heartbeatChoices, nothing),
    /** Sends one beat now, whatever holds the regular ones back, and says exactly what became of it. */
    test: call(nothing, nothing),
  },
  channels: {
    list: live(nothing, channelRow),
    save: call(channelChoices, channelId),
    remove: call(z.strictObject({ channel: channelId }), nothing),
    /** Sends a message and says exactly what became of it. */
    test: call(z.strictObject({ channel: channelId }), nothing),
    /** With a token just typed, or that of a channel there is. */
    findChats: call(
      z.strictObject({ botToken: text(200).nullable(), channel: channelId.nullable() }),
      list(foundChat, 50),
    ),
  },
} as const
