import { z } from 'zod'
import { amount, instrumentIdField, text, time } from './fields.ts'

const positive = amount.refine((value) => /[1-9]/.test(value) && !value.startsWith('-'), 'must be above zero')
const level = z.enum(['above', 'below'])
const window = z.int().min(60_000).max(86_400_000)
const condition = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/**
 * What an alert watches for. Fractions are shares of one: 0.05 is 5 %. Amounts are in the figure's own currency.
 * A crossing is a change of side, so a rule fires once and again only after the figure has been back.
 */
export const alertCondition = z.discriminatedUnion('kind', [
  condition('price-crosses', {
    instrument: instrumentIdField,
    direction: z.enum(['above', 'below', 'either']),
    price: positive,
    of: z.enum(['mark', 'last']),
  }),
  condition('price-moves', {
    instrument: instrumentIdField,
    direction: z.enum(['up', 'down', 'either']),
    fraction: positive,
    withinMs: window,
  }),
  condition('position-pnl', { level, amount }),
  condition('position-roi', { level, fraction: amount }),
  /** |mark − liquidation| ÷ mark falls below. */
  condition('liquidation-distance', { fraction: positive }),
  /** Maintenance margin over margin balance rises above; 1 is liquidation. */
  condition('margin-ratio', { fraction: positive }),
  condition('drawdown', { fraction: positive }),
  /** Today's PnL falls below minus this. */
  condition('daily-loss', { amount: positive }),
  /** Of one contract, or with null of every contract with an open position. */
  condition('funding-rate', { instrument: instrumentIdField.nullable(), level, rate: amount }),
  condition('fill', {}),
  condition('liquidation', {}),
  condition('order-ended', { how: z.enum(['rejected', 'expired', 'either']) }),
  /** Of one asset, in its own units; null: of any, by its worth in the account's currency. */
  condition('balance-changes', { asset: text(32).min(1).nullable(), amount: positive }),
  condition('transfer', {}),
  condition('stream-stale', { forMs: z.int().min(5_000).max(86_400_000) }),
  condition('key-rights-changed', {}),
  condition('key-expires', { withinDays: z.int().min(1).max(90) }),
  condition('system', {
    figure: z.enum(['memory', 'processor', 'event-loop-delay', 'database-size', 'disk-free']),
    level,
    /** Bytes for memory, database and disk; a share of one core; milliseconds of delay. */
    value: positive,
    forMs: window,
  }),
  condition('restart', {}),
])
export type AlertCondition = z.infer<typeof alertCondition>
export type AlertKind = AlertCondition['kind']
export type ConditionOf<Kind extends AlertKind> = Extract<AlertCondition, { readonly kind: Kind }>

/** Where in a rule's life a moment lies; shared by previews and history. */
export const alertMoment = z.strictObject({ at: time, value: amount.nullable() })
export type AlertMoment = z.infer<typeof alertMoment>
