import type { ChannelSecrets } from '../../../shared/channel-rows.ts'
import { fail, ok, type Failure, type Result } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
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

/**
 * What is given, over what is kept. Nothing is written. A password or a signing secret was given for one receiver: for
 * another it has to be given anew.
 * @param before the channel as it was set; undefined where it is new
 */
export async function mergeSecrets(
  secrets: Secrets,
  channel: StoredChannel,
  before: StoredChannel | undefined,
  given: ChannelSecrets,
): Promise<Result<ChannelSecrets>> {
  const kept = await readSecrets(secrets, channel)
  if (!kept.ok) return kept
  const wanted = wantedAnew(channel, before, kept.value, given)
  if (wanted !== null) return fail(wanted)
  const chosen = KEPT[channel.settings.kind]
    .filter((name) => isUsed(name, channel.settings))
    .map((name) => [name, given[name] ?? kept.value[name]] as const)
  return ok({ ...NO_SECRETS, ...Object.fromEntries(chosen) })
}

/** A server without a user asks for no password, and only our own JSON is signed. */
function isUsed(name: SecretName, settings: StoredChannel['settings']): boolean {
  if (settings.kind === 'email') return settings.user !== ''
  return settings.kind !== 'webhook' || name !== 'signingSecret' || settings.preset === 'plain'
}

function wantedAnew(
  { settings }: StoredChannel,
  before: StoredChannel | undefined,
  kept: ChannelSecrets,
  given: ChannelSecrets,
): Failure | null {
  if (settings.kind === 'email' && settings.user !== '' && given.mailPassword === null && kept.mailPassword !== null)
    return isSameLogin(settings, before?.settings) ? null : anew('mail.password-anew', 'mailPassword')
  const { webhookAddress, signingSecret } = given
  const isOther = webhookAddress !== null && webhookAddress !== kept.webhookAddress
  if (
    settings.kind === 'webhook' &&
    settings.preset === 'plain' &&
    isOther &&
    signingSecret === null &&
    kept.signingSecret !== null
  )
    return anew('webhook.secret-anew', 'signingSecret')
  return null
}

function isSameLogin(now: MailSettings, before: StoredChannel['settings'] | undefined): boolean {
  if (before?.kind !== 'email') return false
  return (['host', 'port', 'security', 'user'] as const).every((name) => now[name] === before[name])
}

type MailSettings = Extract<StoredChannel['settings'], { kind: 'email' }>

function anew(id: 'mail.password-anew' | 'webhook.secret-anew', field: SecretName): Failure {
  return { code: 'invalid', sentence: sentence(id), field: `secrets.${field}` }
}

/** Each secret is an entry of its own, so that none is part of a text the log does not know to hide. Others go. */
export async function keepSecrets(
  secrets: Secrets,
  { channel, settings }: StoredChannel,
  all: ChannelSecrets,
): Promise<Result<null>> {
  for (const name of KEPT[settings.kind]) {
    const secret = all[name]
    const entry = entryOf(channel, name)
    const kept = secret === null || secret === '' ? await secrets.drop(entry) : await secrets.keep(entry, secret)
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
