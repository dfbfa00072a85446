import type { ChannelSecrets } from '../../../shared/alert-rows.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { StoredChannel } from './stored-channels.ts'

const NO_SECRETS: ChannelSecrets = { botToken: null, mailPassword: null, webhookAddress: null, signingSecret: null }

type SecretName = keyof ChannelSecrets

/** What each kind of channel keeps; only that is asked of a vault, which may have to ask the user. */
const KEPT: Readonly<Record<StoredChannel['settings']['kind'], readonly SecretName[]>> = {
  os: [],
  telegram: ['botToken'],
  email: ['mailPassword'],
  webhook: ['webhookAddress', 'signingSecret'],
}

export async function readSecrets(
  secrets: Secrets,
  { channel, settings }: StoredChannel,
): Promise<Result<ChannelSecrets>> {
  const found: Partial<Record<SecretName, string | null>> = {}
  for (const name of KEPT[settings.kind]) {
    const read = await secrets.read(entryOf(channel, name))
    if (!read.ok) return read
    found[name] = read.value
  }
  return ok({ ...NO_SECRETS, ...found })
}

/** What is given, over what is kept. Nothing is written. */
export async function mergeSecrets(
  secrets: Secrets,
  channel: StoredChannel,
  given: ChannelSecrets,
): Promise<Result<ChannelSecrets>> {
  const kept = await readSecrets(secrets, channel)
  if (!kept.ok) return kept
  const chosen = KEPT[channel.settings.kind].map((name) => [name, given[name] ?? kept.value[name]] as const)
  return ok({ ...NO_SECRETS, ...Object.fromEntries(chosen) })
}

/** Each secret is an entry of its own, so that none is part of a text the log does not know to hide. */
export async function keepSecrets(
  secrets: Secrets,
  { channel, settings }: StoredChannel,
  all: ChannelSecrets,
): Promise<Result<null>> {
  for (const name of KEPT[settings.kind]) {
    const secret = all[name]
    if (secret === null || secret === '') continue
    const kept = await secrets.keep(entryOf(channel, name), secret)
    if (!kept.ok) return kept
  }
  return ok(null)
}

export async function dropSecrets(secrets: Secrets, { channel, settings }: StoredChannel): Promise<Result<null>> {
  for (const name of KEPT[settings.kind]) {
    const dropped = await secrets.drop(entryOf(channel, name))
    if (!dropped.ok) return dropped
  }
  return ok(null)
}

function entryOf(channel: string, name: SecretName): string {
  return `channel ${channel} ${name}`
}
