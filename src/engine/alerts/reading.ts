import type { Decimal } from '../../shared/decimal.ts'
import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'

/** What a figure, an event or a change is about, and what an alert says of it. */
export interface About {
  readonly subject: string
  readonly account: AccountId | null
  readonly instrument: InstrumentId | null
  /**
   * For the sentences. Names tell how a value is written where it is shown: `amount…`, `price…`, `share…`, `time…`,
   * `span…`; any other stands as it is.
   */
  readonly words: Readonly<Record<string, string>>
}

/** One figure of one subject at one moment. One that is not fresh decides nothing. */
export interface Reading extends About {
  readonly value: Decimal
  readonly freshness: 'fresh' | 'old'
  readonly at: Time
}

/** Something that happened once. Its identity is the exchange's, so it is told once however often it is heard. */
export interface Happening extends About {
  readonly identity: string
  readonly value: Decimal | null
  readonly at: Time
}
