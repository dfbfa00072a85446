import { channelSecrets, type ChannelSecrets } from '../../../shared/alert-rows.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { StoredChannel } from './stored-channels.ts'

export const NO_SECRETS: ChannelSecrets = {
  botToken: null,
  mailPassword: null,
  webhookAddress: null,
  signingSecret: null,
}

export function secretName(channel: string): string {
  return `channel ${channel}`
}

/** What the vault keeps for a channel. The computer's own notices need none, so no vault is asked for them. */
export async function readSecrets(
  secrets: Secrets,
  { channel, settings }: StoredChannel,
): Promise<Result<ChannelSecrets>> {
  if (settings.kind === 'os') return ok(NO_SECRETS)
  const read = await secrets.read(secretName(channel))
  return read.ok ? ok(parse(read.value)) : read
}

/** What is given, over what is kept. Nothing is written. */
export async function mergeSecrets(
  secrets: Secrets,
  channel: StoredChannel,
  given: ChannelSecrets,
): Promise<Result<ChannelSecrets>> {
  const kept = await readSecrets(secrets, channel)
  if (!kept.ok) return kept
  return ok({
    botToken: given.botToken ?? kept.value.botToken,
    mailPassword: given.mailPassword ?? kept.value.mailPassword,
    webhookAddress: given.webhookAddress ?? kept.value.webhookAddress,
    signingSecret: given.signingSecret ?? kept.value.signingSecret,
  })
}

export function keepSecrets(
  secrets: Secrets,
  { channel, settings }: StoredChannel,
  all: ChannelSecrets,
): Promise<Result<null>> {
  return settings.kind === 'os' ? Promise.resolve(ok(null)) : secrets.keep(secretName(channel), JSON.stringify(all))
}

function parse(text: string | null): ChannelSecrets {
  if (text === null) return NO_SECRETS
  try {
    const read = channelSecrets.safeParse(JSON.parse(text))
    return read.success ? read.data : NO_SECRETS
  } catch {
    return NO_SECRETS
  }
}
