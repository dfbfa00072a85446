import type { z } from 'zod'
import type { Call, Contract, Live } from './contract.ts'
import type { Stop } from './link.ts'
import type { Failure, Result } from './result.ts'

/** What a reader of one live is told: rows by key, `null` for a removed one; `reset` means the rows are all there are. */
export interface LiveChange<Row> {
  readonly reset: boolean
  readonly rows: ReadonlyMap<string, Row | null>
}

export interface LiveReader<Row> {
  changed(change: LiveChange<Row>): void
  lost(failure: Failure): void
}

/** The page's side of a contract: a call is a function, a live is opened with a reader and closed with its stop. */
export type Client<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in keyof C[Group]]: C[Group][Name] extends Call<infer In, infer Out>
      ? (input: z.input<In>) => Promise<Result<z.output<Out>>>
      : C[Group][Name] extends Live<infer Params, infer Row>
        ? (params: z.input<Params>, reader: LiveReader<z.output<Row>>) => Stop
        : never
  }
}

/** Where a live's rows come from on the engine's side. */
export interface LiveSource<Row> {
  rows(): Iterable<readonly [string, Row]>
  /** Tells of keys that changed; the new value is read with `get`. */
  onChange(take: (key: string) => void): Stop
  get(key: string): Row | undefined
}

/** The engine's side of a contract. */
export type Handlers<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in keyof C[Group]]: C[Group][Name] extends Call<infer In, infer Out>
      ? (input: z.output<In>) => Promise<Result<z.output<Out>>> | Result<z.output<Out>>
      : C[Group][Name] extends Live<infer Params, infer Row>
        ? (params: z.output<Params>) => Result<LiveSource<z.output<Row>>>
        : never
  }
}
