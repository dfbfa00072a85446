import { z } from 'zod'
import type { Decimal } from './decimal.ts'
import type { AccountId, InstrumentId, MarketId, VenueId } from './ids.ts'

/** Field schemas of the contract. Each text and list has a maximum; amounts are decimal text; times epoch milliseconds. */

export const amount = z
  .string()
  .max(80)
  .regex(/^-?\d+(?:\.\d+)?$/)
  .transform((value) => value as Decimal)
export const maybeAmount = amount.nullable()
export const time = z.int().min(0).max(8_640_000_000_000_000)
export const maybeTime = time.nullable()
export const text = (max: number) => z.string().max(max)
export const accountIdField = z
  .string()
  .min(1)
  .max(64)
  .transform((value) => value as AccountId)
export const instrumentIdField = z
  .string()
  .min(3)
  .max(120)
  .transform((value) => value as InstrumentId)
export const venueIdField = z
  .string()
  .min(1)
  .max(32)
  .transform((value) => value as VenueId)
export const marketIdField = z
  .string()
  .min(3)
  .max(64)
  .transform((value) => value as MarketId)

export const sentenceField = z.strictObject({ id: text(80), values: z.record(text(60), text(2000)) })
export const freshness = z.enum(['live', 'checking', 'stale', 'down'])
export type Freshness = z.infer<typeof freshness>

/** Where a figure came from: pushed by a stream, read over REST, or computed by us from both. */
export const source = z.enum(['stream', 'rest', 'computed'])
export type Source = z.infer<typeof source>

/**
 * How old a figure is: `at` is the exchange's time of the fact, `heardAt` ours when it reached us,
 * `source` how it came.
 */
export const dated = { at: time, heardAt: time, source }

export const environment = z.enum(['mainnet', 'testnet', 'demo-trading', 'simulator'])
export type Environment = z.infer<typeof environment>
/** What the badge of an account says; `custom` is any environment on overridden hosts. */
export const badge = z.enum(['live', 'testnet', 'demo-trading', 'custom', 'demo'])
export type Badge = z.infer<typeof badge>
export const marginMode = z.enum(['cross', 'isolated', 'portfolio'])
export const side = z.enum(['long', 'short'])
export const orderSide = z.enum(['buy', 'sell'])
/** One position slot of an instrument: the single one-way slot, or one of the two hedge slots. */
export const slot = z.enum(['one-way', 'long', 'short'])
