import { z } from 'zod'
import { maybeTime, sentenceField, text } from './fields.ts'

export const channelId = text(60).min(1)

/** `silent` arrives without a sound. */
export const channelLevel = z.enum(['on', 'silent', 'off'])
export type ChannelLevel = z.infer<typeof channelLevel>

export const webhookPreset = z.enum(['plain', 'ntfy', 'discord', 'slack'])

/** What a channel needs besides its secrets. */
export const channelSettings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('os') }),
  z.strictObject({ kind: z.literal('telegram'), chat: text(60) }),
  z.strictObject({
    kind: z.literal('email'),
    host: text(255).min(1),
    port: z.int().min(1).max(65_535),
    /** `tls` from the first byte, `starttls` demanded before anything is said. */
    security: z.enum(['tls', 'starttls']),
    user: text(255),
    from: text(320).min(3),
    to: z.array(text(320).min(3)).min(1).max(20),
  }),
  /** The address itself may be a secret (Discord, Slack) and is kept as one; its host is shown. */
  z.strictObject({ kind: z.literal('webhook'), preset: webhookPreset, host: text(255) }),
])
export type ChannelSettings = z.infer<typeof channelSettings>
export type ChannelKind = ChannelSettings['kind']

/** What a channel is given once and never shows again; null keeps what is kept. */
export const channelSecrets = z.strictObject({
  botToken: text(200).nullable(),
  mailPassword: text(500).nullable(),
  webhookAddress: text(2000).nullable(),
  signingSecret: text(500).nullable(),
})
export type ChannelSecrets = z.infer<typeof channelSecrets>

/** One channel. Key: channel id. */
export const channelRow = z.strictObject({
  channel: channelId,
  label: text(80),
  settings: channelSettings,
  /** What a rule that does not name this channel does with it. */
  level: channelLevel,
  /** Takes over when this one fails; null: nobody. */
  failover: channelId.nullable(),
  state: z.enum(['unproven', 'ready', 'failing', 'unusable']),
  problem: sentenceField.nullable(),
  lastDeliveredAt: maybeTime,
  waiting: z.int().min(0),
})
export type ChannelRow = z.infer<typeof channelRow>

/** Somebody who has written to the user's bot lately. */
export const foundChat = z.strictObject({
  chat: text(60),
  name: text(80),
  kind: z.enum(['private', 'group', 'channel']),
})
export type FoundChat = z.infer<typeof foundChat>
