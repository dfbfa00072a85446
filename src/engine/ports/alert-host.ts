import type { ChannelSecrets, ChannelSettings, FoundChat } from '../../shared/channel-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { Result } from '../../shared/result.ts'
import type { Language } from '../../shared/sentence.ts'
import type { Channel } from './channel.ts'
import type { Heart } from './heart.ts'
import type { Notifier } from './notifier.ts'

export type SystemFigure = 'memory' | 'processor' | 'event-loop-delay' | 'database-size' | 'disk-free'

/** What alerts need of their host: ways out, and figures of the program itself. */
export interface AlertHost {
  channel(settings: ChannelSettings, secrets: ChannelSecrets, notifier: Notifier): Result<Channel>
  /** The way to an address that heartbeats go to, or why none goes there. */
  heart(address: string): Result<Heart>
  findChats(botToken: string): Promise<Result<readonly FoundChat[]>>
  /** Shows notices on this computer; null where only an open page can. */
  readonly notifier: Notifier | null
  /** What a user reads who chose no language. */
  readonly language: Language
  /** Bytes, a share of one core, or milliseconds; null where it cannot be read. */
  system(figure: SystemFigure): Decimal | null
}
