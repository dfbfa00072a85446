import { z } from 'zod'
import { amount } from '../../shared/fields.ts'

const name = z.string().min(1).max(80)
const venue = z.enum(['bybit', 'binance'])
const side = z.enum(['buy', 'sell'])
const slot = z.enum(['one-way', 'long', 'short']).default('one-way')
const count = z.int().min(1).max(1_000_000)
const choice = z
  .strictObject({
    venue: venue.optional(),
    stream: z.enum(['private', 'public', 'market']).optional(),
    account: name.optional(),
  })
  .default({})
const frames = count.nullable().default(null)
const reach = z.enum(['open-now', 'also-new']).default('open-now')
const onLines = { lines: choice, frames, reach }

const trigger = z.strictObject({
  price: amount,
  by: z.enum(['last', 'mark', 'index']).default('last'),
  when: z.enum(['rises', 'falls']),
  purpose: z.enum(['entry', 'take-profit', 'stop-loss']).default('stop-loss'),
})

const trouble = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.literal([403, 418, 429, 451, 500, 502, 503]),
  }),
  z.strictObject({ kind: z.literal('html'), status: z.literal([200, 403, 502, 503]) }),
  z.strictObject({ kind: z.literal('code'), code: z.int(), message: z.string().max(400).nullable().default(null) }),
])

const restFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse'), trouble }),
  z.strictObject({ kind: z.literal('timeout') }),
  z.strictObject({ kind: z.literal('broken') }),
  z.strictObject({ kind: z.literal('slow'), ms: z.int().min(1).max(600_000) }),
  z.strictObject({ kind: z.literal('empty-list') }),
])

const orderFields = {
  account: name,
  symbol: name,
  side,
  slot,
  quantity: amount,
  clientId: z.string().max(64).default(''),
}

/** Everything the control surface understands; `docs/simulator.md` says what each does. */
export const command = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('price'),
    symbol: name,
    last: amount,
    mark: amount.optional(),
    index: amount.optional(),
    then: z.enum(['hold', 'walk']).default('hold'),
  }),
  z.strictObject({ do: z.literal('release'), symbol: name }),
  z.strictObject({
    do: z.literal('trade'),
    ...orderFields,
    price: amount.optional(),
    reduceOnly: z.boolean().default(false),
  }),
  z.strictObject({
    do: z.literal('place'),
    ...orderFields,
    price: amount.nullable().default(null),
    trigger: trigger.nullable().default(null),
    timeInForce: z.enum(['GTC', 'IOC', 'FOK', 'post-only']).default('GTC'),
    reduceOnly: z.boolean().default(false),
    closePosition: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('cancel'), account: name, order: z.int() }),
  z.strictObject({ do: z.literal('end'), account: name, order: z.int(), how: z.enum(['rejected', 'expired']) }),
  z.strictObject({
    do: z.literal('fill'),
    account: name,
    order: z.int(),
    price: amount.nullable().default(null),
    quantity: amount.nullable().default(null),
    liquidity: z.enum(['maker', 'taker']).default('maker'),
  }),
  z.strictObject({ do: z.literal('funding'), symbol: name.optional() }),
  z.strictObject({ do: z.literal('funding-rate'), symbol: name, rate: amount.nullable() }),
  z.strictObject({ do: z.literal('transfer'), account: name, asset: name, amount }),
  z.strictObject({ do: z.literal('liquidate'), account: name, symbol: name }),
  z.strictObject({ do: z.literal('leverage'), account: name, symbol: name, leverage: amount }),
  z.strictObject({
    do: z.literal('margin-mode'),
    account: name,
    symbol: name.optional(),
    margin: z.enum(['cross', 'isolated']),
  }),
  z.strictObject({ do: z.literal('position-mode'), account: name, positions: z.enum(['one-way', 'hedge']) }),
  z.strictObject({ do: z.literal('assets-mode'), account: name, assets: z.enum(['single', 'multi']) }),
  z.strictObject({ do: z.literal('fees'), account: name, fees: z.enum(['settle', 'bnb']) }),
  z.strictObject({
    do: z.literal('account-kind'),
    account: name,
    kind: z.enum(['standard', 'classic', 'portfolio-margin']),
  }),
  z.strictObject({ do: z.literal('key-rights'), apiKey: name, rights: z.enum(['read-only', 'trade', 'withdraw']) }),
  z.strictObject({
    do: z.literal('key-state'),
    apiKey: name,
    state: z.enum(['valid', 'expired', 'revoked', 'other-address']),
  }),
  z.strictObject({ do: z.literal('listen-key-expire'), account: name }),
  z.strictObject({
    do: z.literal('drop'),
    lines: choice,
    end: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('abrupt') }),
        z.strictObject({
          kind: z.literal('close'),
          code: z.int().min(1000).max(4999),
          reason: z.string().max(120).default(''),
        }),
      ])
      .default({ kind: 'abrupt' }),
  }),
  z.strictObject({
    do: z.literal('silence'),
    ...onLines,
    heartbeats: z.enum(['answered', 'unanswered']).default('answered'),
  }),
  z.strictObject({ do: z.literal('delay'), ...onLines, ms: z.int().min(1).max(600_000) }),
  z.strictObject({ do: z.literal('duplicate'), ...onLines }),
  z.strictObject({ do: z.literal('reorder'), ...onLines }),
  z.strictObject({ do: z.literal('garble'), ...onLines }),
  z.strictObject({ do: z.literal('lose'), ...onLines }),
  z.strictObject({
    do: z.literal('rest'),
    venue: venue.optional(),
    path: z.string().max(200).default('/'),
    times: count.nullable().default(1),
    fault: restFault,
  }),
  z.strictObject({
    do: z.literal('handshake'),
    venue: venue.optional(),
    path: z.string().max(200).default('/'),
    times: count.nullable().default(1),
    status: z.literal([400, 403, 418, 429, 451, 500, 503]),
  }),
  z.strictObject({ do: z.literal('say'), lines: choice, text: z.string().max(100_000) }),
  z.strictObject({ do: z.literal('heal') }),
  z.strictObject({ do: z.literal('clock'), offsetMs: z.int() }),
  z.strictObject({ do: z.literal('offline') }),
  z.strictObject({ do: z.literal('online') }),
  z.strictObject({ do: z.literal('bot'), turn: z.enum(['on', 'off']) }),
  z.strictObject({ do: z.literal('state'), account: name }),
])

export type Command = z.infer<typeof command>
/** A command by its name. */
export type Do<Name extends Command['do']> = Extract<Command, { readonly do: Name }>
