import type { Place } from '../../shared/desktop-rows.ts'
import type { Severity } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Sentence } from '../../shared/sentence.ts'

/** Something to tell a person, finished in their language, with amounts hidden already where they must be. */
export interface Message {
  /** The same at every try, so that a receiver can tell a repetition. */
  readonly key: string
  readonly severity: Severity
  readonly loudness: 'loud' | 'silent'
  /** One line. */
  readonly title: string
  /** Plain text, lines apart by `\n`. */
  readonly body: string
  readonly at: Time
  readonly place: Place | null
  /** For programs that read it: rule, kind, account, instrument, value. */
  readonly facts: Facts
  /** For programs: each alert it tells of. */
  readonly alerts: readonly Facts[]
  readonly attachments: readonly Attachment[]
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** What became of one try. */
export type Delivery =
  | { readonly kind: 'delivered' }
  /** May work later; `afterMs` is what the receiver asked for. */
  | { readonly kind: 'again'; readonly problem: Sentence; readonly afterMs: number | null }
  /** Will not work until the user changes something. */
  | { readonly kind: 'refused'; readonly problem: Sentence }

export interface Channel {
  send(message: Message): Promise<Delivery>
}
