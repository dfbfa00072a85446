import { z } from 'zod'

/**
 * Field shapes common to every Bybit payload. Amounts are decimal text, and any of them may be "" for "none"; times
 * come as numbers or as text of digits, depending on the route. The patterns bound the length as well, so that no
 * amount can outgrow a field of ours. Docs: https://bybit-exchange.github.io/docs/v5/guide
 */
const AMOUNT = /^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?1?\d)?$/
const AMOUNT_OR_NONE = /^(?:-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?1?\d)?)?$/
const SIZE = /^\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?1?\d)?$/
const DIGITS = /^\d{1,15}$/
const LATEST = 8_640_000_000_000_000

/** An amount that must be there. */
export const amountText = z.string().regex(AMOUNT)
/** An amount that may be "", null or missing, all of which mean "not stated". */
export const maybeAmountText = z.string().regex(AMOUNT_OR_NONE).nullish()
/** A size: never negative, because the side carries the sign. */
export const sizeText = z.string().regex(SIZE)
/** Epoch milliseconds, as a number or as text. */
export const moment = z.union([z.string().regex(DIGITS), z.int().min(0).max(LATEST)])
export const maybeMoment = z.union([moment, z.literal('')]).nullish()
/** A small whole number that some routes write as text. */
export const whole = z.union([z.int(), z.string().regex(/^-?\d{1,9}$/)])
export const sequence = z.union([z.int(), z.string().regex(/^(?:-?\d{1,15})?$/)]).nullish()
/** Exchange ids become parts of our own keys, hence the bound. */
export const idText = z.string().min(1).max(80)
export const symbolText = z.string().regex(/^[^\s/]{1,64}$/)
/** Something descriptive. Whatever it holds, no row is refused for it; `wordOf` and `wholeOf` read it. */
export const described = z.unknown().optional()
export const tradeSide = z.enum(['Buy', 'Sell'])

/** The shape around every REST answer. Docs: https://bybit-exchange.github.io/docs/v5/guide#response */
export const envelope = z.object({ retCode: z.int(), result: described, time: described })

/** One page of any list. */
export const page = z.object({
  list: z.array(z.unknown()),
  nextPageCursor: z
    .string()
    .max(2000)
    .regex(/^[\x20-\x7e]*$/)
    .nullish(),
})
