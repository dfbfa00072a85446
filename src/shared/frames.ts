import { z } from 'zod'
import type { Failure, Result } from './result.ts'
import type { Time } from './ids.ts'

/** Raised when the meaning of a frame changes; page and engine of different protocols refuse each other. */
export const PROTOCOL = 1

/** Limits of one link; beyond them a frame is refused or the link is closed. */
export const LIMITS = { frameBytes: 65_536, lives: 256, callsInFlight: 64 } as const

const id = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const path = z.string().min(1).max(80)

/** What the page may say. Everything else closes the link. */
export const upFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: z.int(), token: z.string().max(200).optional() }),
  z.strictObject({ type: z.literal('call'), id, path, input: z.unknown() }),
  z.strictObject({ type: z.literal('open'), id, path, params: z.unknown() }),
  z.strictObject({ type: z.literal('close'), id }),
  z.strictObject({ type: z.literal('ack'), seq: id }),
])

export type UpFrame = z.infer<typeof upFrame>

/** A change of one live: `reset` empties it first; a `null` row removes the key. */
export interface Patch {
  readonly id: number
  readonly reset: boolean
  readonly rows: Readonly<Record<string, unknown>>
}

export type Mode = 'live' | 'demo'

/** What the engine says. `seq` rises by one; `at` is the engine's clock when the frame left. */
export type DownFrame =
  | {
      readonly type: 'welcome'
      readonly protocol: number
      readonly build: string
      readonly mode: Mode
      readonly at: Time
    }
  /** The last word on a link that was not let in. */
  | { readonly type: 'refused'; readonly why: 'protocol' | 'token' }
  | { readonly type: 'done'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'frame'; readonly seq: number; readonly at: Time; readonly parts: readonly Patch[] }
  | { readonly type: 'lost'; readonly id: number; readonly failure: Failure }
