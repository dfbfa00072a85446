import { z } from 'zod'
import { accountIdField, freshness, maybeTime, sentenceField, text, time } from './fields.ts'

/** One connection to an exchange, or another program's heartbeat. Key: stream name, e.g. `Main private`. */
export const streamRow = z.strictObject({
  stream: text(120),
  /** `heartbeat`: the sign of life of another program that is watched from here. */
  kind: z.enum(['private', 'prices', 'candles', 'heartbeat']),
  account: accountIdField.nullable(),
  venueName: text(40),
  state: freshness,
  /** The whole dashboard counts on it; `/health` turns 503 when it is not fresh. */
  required: z.boolean(),
  connectedAt: maybeTime,
  heardAt: maybeTime,
  verifiedAt: maybeTime,
  roundTripMs: z.int().nullable(),
  reconnects: z.int().min(0),
  /** Frames that could not be read and were refused. */
  refusedFrames: z.int().min(0),
  nextTryAt: maybeTime,
  problem: sentenceField.nullable(),
})
export type StreamRow = z.infer<typeof streamRow>

/** One request budget of one host. Key: `host bucket`. */
export const budgetRow = z.strictObject({
  host: text(120),
  bucket: text(60),
  used: z.int().min(0),
  limit: z.int().min(1),
  windowMs: z.int().min(1),
  waiting: z.int().min(0),
  /** All traffic of this host rests until then. */
  restsUntil: maybeTime,
})
export type BudgetRow = z.infer<typeof budgetRow>

/** A difference between our figures and the exchange's that was found and repaired. Key: running number. */
export const driftRow = z.strictObject({
  account: accountIdField,
  what: text(160),
  ours: text(200),
  theirs: text(200),
  repaired: z.boolean(),
  at: time,
})
export type DriftRow = z.infer<typeof driftRow>

/** What the program is, for Settings and reports. Nothing in it is secret. */
export const appInfo = z.strictObject({
  version: text(40),
  mode: z.enum(['live', 'demo']),
  shell: z.enum(['desktop', 'headless']),
  startedAt: time,
  dataFolder: text(500),
  vault: z.strictObject({
    kind: z.enum(['keychain', 'file', 'memory']),
    problem: sentenceField.nullable(),
    /** What the user can do about it with a passphrase: open the file vault, or begin one. */
    remedy: z.enum(['none', 'open-file', 'begin-file']),
  }),
  venues: z
    .array(
      z.strictObject({
        venue: text(32),
        name: text(40),
        environments: z.array(z.enum(['mainnet', 'testnet', 'demo-trading', 'simulator'])).max(8),
        signing: z.array(z.enum(['hmac', 'rsa', 'ed25519'])).max(4),
      }),
    )
    .max(16),
  runtime: z.record(text(40), text(80)),
})
export type AppInfo = z.infer<typeof appInfo>

export const themes = z.enum(['system', 'dark', 'light'])
export const palettes = z.enum(['standard', 'colour-blind'])
export const densities = z.enum(['comfortable', 'compact'])
export const languages = z.enum(['system', 'en', 'ru', 'bg'])

/** The user's choices; one row under the key `settings`. */
export const settingsRow = z.strictObject({
  theme: themes,
  palette: palettes,
  density: densities,
  language: languages,
  /** An IANA zone, `local` or `UTC`: where days begin. */
  timeZone: text(60),
  privacy: z.boolean(),
  /** Columns shown per table, in order. */
  columns: z.record(text(40), z.array(text(40)).max(40)),
})
export type SettingsRow = z.infer<typeof settingsRow>
export type { Time } from './ids.ts'
