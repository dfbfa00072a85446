import type { Result } from '../../../shared/result.ts'
import type { AlertHost } from '../../ports/alert-host.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Notifier } from '../../ports/notifier.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Stop } from '../../../shared/link.ts'
import type { Line } from '../outbox/outbox.ts'
import { readSecrets } from './channel-secrets.ts'
import type { StoredChannel } from './stored-channels.ts'

export interface LinesPorts {
  readonly clock: Clock
  readonly secrets: Secrets
  readonly host: AlertHost
  readonly notifier: Notifier
}

export interface LinesDeps {
  /** As they are set now. */
  channels(): readonly StoredChannel[]
  /** @param news whether it can be used now and could not before */
  opened(channel: string, line: Line, news: 'usable-now' | 'as-before'): void
}

/** Channels in memory, each made of its settings and its secrets. */
export interface Lines {
  of(channel: string): Line
  open(channel: StoredChannel): Promise<Result<Channel>>
  /** Opens those that are not open. What cannot be read now is asked for again later. */
  load(): Promise<void>
  close(channel: string): void
  stop(): void
}

/** A keychain may open a little after the user has logged in; one that stays shut is not asked all day. */
const FIRST_AGAIN_MS = 60_000
const LONGEST_AGAIN_MS = 3_600_000

const UNREAD: Line = { kind: 'not-ready', problem: null }

export function createLines({ clock, secrets, host, notifier }: LinesPorts, deps: LinesDeps): Lines {
  const made = new Map<string, Line>()
  const again = { stop: null as Stop | null, ms: FIRST_AGAIN_MS, ended: false }
  const known = (channel: string): StoredChannel | undefined => deps.channels().find((each) => each.channel === channel)

  async function open(each: StoredChannel): Promise<Result<Channel>> {
    const read = await readSecrets(secrets, each)
    const channel = read.ok ? host.channel(each.settings, read.value, notifier) : read
    // While its secrets were read it may have been removed, or become another one.
    if (known(each.channel)?.settings === each.settings) take(each.channel, lineOf(read, channel))
    return channel
  }

  function take(channel: string, line: Line): void {
    const before = made.get(channel)
    made.set(channel, line)
    const isNews = line.kind === 'open' && before !== undefined && before.kind !== 'open'
    deps.opened(channel, line, isNews ? 'usable-now' : 'as-before')
  }

  async function load(): Promise<void> {
    const shut = deps.channels().filter(({ channel }) => made.get(channel)?.kind !== 'open')
    await Promise.all(shut.map(open))
    const isUnread = deps.channels().some(({ channel }) => made.get(channel)?.kind === 'not-ready')
    if (isUnread) loadAgain()
    else again.ms = FIRST_AGAIN_MS
  }

  function loadAgain(): void {
    again.stop?.()
    if (again.ended) return
    again.stop = clock.after(again.ms, () => void load())
    again.ms = Math.min(LONGEST_AGAIN_MS, again.ms * 2)
  }

  return {
    of: (channel) => (known(channel) === undefined ? { kind: 'gone' } : (made.get(channel) ?? UNREAD)),
    open,
    load,
    close: (channel) => void made.delete(channel),
    stop: () => {
      again.ended = true
      again.stop?.()
    },
  }
}

function lineOf(read: Result<unknown>, channel: Result<Channel>): Line {
  if (channel.ok) return { kind: 'open', channel: channel.value }
  const problem = channel.failure.sentence
  return { kind: read.ok ? 'unusable' : 'not-ready', problem }
}
