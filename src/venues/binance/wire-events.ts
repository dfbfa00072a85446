import { z } from 'zod'
import {
  amount,
  id,
  maybeAmount,
  maybeFlag,
  maybeText,
  maybeTime,
  orderSide,
  positionSide,
  time,
} from './wire-fields.ts'

/** Letters mean different things in different events (`m`, `ap`, `a`, `S`, `T` …): each event has a schema of its own. */

const walletChange = z.object({ a: z.string(), wb: amount })
export type WalletChange = z.infer<typeof walletChange>

const positionChange = z.object({
  s: z.string(),
  pa: amount,
  ep: maybeAmount,
  bep: maybeAmount,
  up: maybeAmount,
  mt: maybeText,
  iw: maybeAmount,
  ps: positionSide,
  st: z.number().nullish(),
})
export type PositionChange = z.infer<typeof positionChange>

const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((rows): readonly z.infer<T>[] => rows ?? [])

/**
 * Only what changed. Leverage, margins and liquidation price are never told here.
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update
 */
export const accountUpdate = z.object({
  T: time,
  a: z.object({ m: maybeText, B: listOf(walletChange), P: listOf(positionChange) }),
})
export type AccountUpdate = z.infer<typeof accountUpdate>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Order-Update */
export const orderTradeUpdate = z.object({
  T: time,
  o: z.object({
    s: z.string(),
    c: maybeText,
    S: orderSide,
    o: z.string(),
    f: maybeText,
    q: maybeAmount,
    p: maybeAmount,
    sp: maybeAmount,
    x: z.string(),
    X: z.string(),
    i: id,
    l: maybeAmount,
    z: maybeAmount,
    L: maybeAmount,
    n: maybeAmount,
    N: maybeText,
    T: maybeTime,
    t: id.nullish(),
    m: maybeFlag,
    R: maybeFlag,
    wt: maybeText,
    ps: positionSide,
    cp: maybeFlag,
    rp: maybeAmount,
    st: z.number().nullish(),
  }),
})
export type OrderTradeUpdate = z.infer<typeof orderTradeUpdate>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Algo-Order-Update */
export const algoUpdate = z.object({
  T: time,
  o: z.object({
    aid: id,
    o: z.string(),
    s: z.string(),
    S: orderSide,
    ps: positionSide,
    f: maybeText,
    q: maybeAmount,
    X: z.string(),
    tp: maybeAmount,
    p: maybeAmount,
    wt: maybeText,
    cp: maybeFlag,
    R: maybeFlag,
    st: z.number().nullish(),
  }),
})
export type AlgoUpdate = z.infer<typeof algoUpdate>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update */
export const configUpdate = z.object({
  T: time,
  ac: z.object({ s: z.string(), l: amount }).nullish(),
  ai: z.object({ j: z.boolean() }).nullish(),
})
export type ConfigUpdate = z.infer<typeof configUpdate>
