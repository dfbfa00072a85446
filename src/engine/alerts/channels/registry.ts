import type { ChannelRow } from '../../../shared/channel-rows.ts'
import type { ChannelChoices } from '../../../shared/alert-contract.ts'
import { fail, ok, type Failure, type Result } from '../../../shared/result.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import type { AlertHost } from '../../ports/alert-host.ts'
import type { Delivery, Message } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Notifier } from '../../ports/notifier.ts'
import type { Random } from '../../ports/random.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Store } from '../../ports/store.ts'
import type { Table } from '../../tables.ts'
import type { Line } from '../outbox/outbox.ts'
import { createLines } from './lines.ts'
import { dropSecrets, keepSecrets, mergeSecrets, readSecrets } from './channel-secrets.ts'
import { OS_CHANNEL, readChannels, type StoredChannel } from './stored-channels.ts'

export interface RegistryPorts {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly store: Pick<Store, 'setting' | 'saveSetting'>
  readonly secrets: Secrets
  readonly host: AlertHost
  readonly notifier: Notifier
}

/** The ways out: their settings in the store, their secrets in the vault, their channels in memory. */
export interface Registry {
  /** Reads the secrets of every channel that is not open: at the start, and after a vault was opened. */
  load(): Promise<void>
  channels(): readonly StoredChannel[]
  line(channel: string): Line
  failover(channel: string): string | null
  save(choices: ChannelChoices): Promise<Result<string>>
  remove(channel: string): Promise<Result<null>>
  /** Sends one message and answers exactly what became of it. */
  test(channel: string, message: Message): Promise<Result<null>>
  botToken(channel: string): Promise<Result<string | null>>
  heard(channel: string, answer: Delivery): void
  /** How much waits for this channel has changed. */
  recount(channel: string): void
  stop(): void
}

export interface RegistryNews {
  /** It is another one now, or can be used where it could not. */
  changed(channel: string): void
  removed(channel: string): void
}

const NAME = 'channels'
const PROOF_EVERY_MS = 60_000

export function createRegistry(
  ports: RegistryPorts,
  table: Table<ChannelRow>,
  waiting: (channel: string) => number,
  news: RegistryNews,
): Registry {
  const { clock, random, log, store, secrets, host, notifier } = ports
  const stored = new Map(readChannels(store.setting(NAME), log).map((each) => [each.channel, each]))
  const problems = new Map<string, { readonly state: ChannelRow['state']; readonly problem: Sentence | null }>()
  const lines = createLines(
    { clock, secrets, host, notifier },
    {
      channels: () => [...stored.values()],
      opened: (channel, line, since) => {
        opened(channel, line)
        if (since === 'usable-now') news.changed(channel)
      },
    },
  )
  for (const each of stored.values()) show(each)

  function show(each: StoredChannel): void {
    const known = problems.get(each.channel) ?? { state: stateOf(each), problem: null }
    table.set(each.channel, { ...each, ...known, waiting: waiting(each.channel) })
  }

  function save(): Promise<Result<null>> {
    return store.saveSetting(NAME, [...stored.values()])
  }

  function recount(channel: string): void {
    const each = stored.get(channel)
    if (each !== undefined) show(each)
  }

  function opened(channel: string, line: Line): void {
    const problem = line.kind === 'not-ready' || line.kind === 'unusable' ? line.problem : null
    if (problem === null) problems.delete(channel)
    else problems.set(channel, { state: 'unusable', problem })
    recount(channel)
  }

  async function saveChoices(choices: ChannelChoices): Promise<Result<string>> {
    const channel = choices.channel ?? random.token(6)
    const before = stored.get(channel)
    const wrong = refusalOf(choices, before, (id) => stored.has(id))
    if (wrong !== null) return fail(wrong)
    const { label, settings, level, failover } = choices
    const next: StoredChannel = {
      channel,
      label,
      settings,
      level,
      failover,
      lastDeliveredAt: before?.lastDeliveredAt ?? null,
    }
    const all = await mergeSecrets(secrets, next, before, choices.secrets)
    if (!all.ok) return all
    const usable = host.channel(settings, all.value, notifier)
    if (!usable.ok) return usable
    const kept = await keepSecrets(secrets, next, all.value)
    if (!kept.ok) return kept
    stored.set(channel, next)
    const saved = await save()
    if (!saved.ok) return saved
    await lines.open(next)
    news.changed(channel)
    return ok(channel)
  }

  function heard(channel: string, answer: Delivery): void {
    const each = stored.get(channel)
    if (each === undefined) return
    if (answer.kind !== 'delivered') problems.set(channel, { state: 'failing', problem: answer.problem })
    else problems.delete(channel)
    const proved = answer.kind === 'delivered' ? { ...each, lastDeliveredAt: clock.now() } : each
    put(proved)
    if (clock.now() - (each.lastDeliveredAt ?? 0) > PROOF_EVERY_MS && proved !== each) void save()
  }

  async function remove(each: StoredChannel): Promise<Result<null>> {
    const { channel } = each
    stored.delete(channel)
    problems.delete(channel)
    lines.close(channel)
    for (const other of stored.values()) if (other.failover === channel) put({ ...other, failover: null })
    // While its row still says what it was called.
    news.removed(channel)
    table.set(channel, null)
    const dropped = await dropSecrets(secrets, each)
    const saved = await save()
    return dropped.ok ? saved : dropped
  }

  function put(each: StoredChannel): void {
    stored.set(each.channel, each)
    show(each)
  }

  return {
    load: lines.load,
    channels: () => [...stored.values()],
    line: lines.of,
    failover: (channel) => stored.get(channel)?.failover ?? null,
    save: saveChoices,
    remove: async (channel) => {
      if (channel === OS_CHANNEL) return fail(denied('channel.always-there'))
      const each = stored.get(channel)
      return each === undefined ? fail(denied('channel.unknown')) : remove(each)
    },
    test: async (channel, message) => {
      const each = stored.get(channel)
      if (each === undefined) return fail(denied('channel.unknown'))
      const channelNow = await lines.open(each)
      if (!channelNow.ok) return channelNow
      const answer = await channelNow.value.send(message)
      heard(channel, answer)
      return answer.kind === 'delivered' ? ok(null) : fail({ code: 'unavailable', sentence: answer.problem })
    },
    botToken: async (channel) => {
      const each = stored.get(channel)
      if (each === undefined) return fail(denied('channel.unknown'))
      const read = await readSecrets(secrets, each)
      return read.ok ? ok(read.value.botToken) : read
    },
    heard,
    recount,
    stop: lines.stop,
  }
}

function stateOf({ lastDeliveredAt }: StoredChannel): ChannelRow['state'] {
  return lastDeliveredAt === null ? 'unproven' : 'ready'
}

function refusalOf(
  { channel, failover, settings }: ChannelChoices,
  before: StoredChannel | undefined,
  isThere: (channel: string) => boolean,
): Failure | null {
  if (channel !== null && before === undefined) return denied('channel.unknown')
  if (channel !== null && failover === channel) return denied('channel.not-itself')
  if (failover !== null && !isThere(failover)) return { ...denied('channel.unknown'), field: 'failover' }
  if (before !== undefined && before.settings.kind !== settings.kind) return denied('channel.unknown')
  if (before === undefined && settings.kind === 'os') return denied('channel.always-there')
  return null
}

function denied(id: 'channel.always-there' | 'channel.unknown' | 'channel.not-itself'): Failure {
  return { code: 'denied', sentence: sentence(id) }
}
