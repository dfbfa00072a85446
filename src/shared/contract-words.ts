import type { z } from 'zod'

/** A question with one answer. */
export interface Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly input: In
  readonly output: Out
}

/** A table of rows by key that stays true while it is open. */
export interface Live<Params extends z.ZodType = z.ZodType, Row extends z.ZodType = z.ZodType> {
  readonly kind: 'live'
  readonly params: Params
  readonly row: Row
}

export type Contract = Readonly<Record<string, Readonly<Record<string, Call | Live>>>>

export function call<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Call<In, Out> {
  return { kind: 'call', input, output }
}

export function live<Params extends z.ZodType, Row extends z.ZodType>(params: Params, row: Row): Live<Params, Row> {
  return { kind: 'live', params, row }
}
