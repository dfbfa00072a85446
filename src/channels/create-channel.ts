import type { Channel } from '../engine/ports/channel.ts'
import type { Clock } from '../engine/ports/clock.ts'
import type { Http } from '../engine/ports/http.ts'
import type { Mailer } from '../engine/ports/mail.ts'
import type { Notifier } from '../engine/ports/notifier.ts'
import type { Random } from '../engine/ports/random.ts'
import type { ChannelSecrets, ChannelSettings } from '../shared/channel-rows.ts'
import { assertNever, fail, ok, type Result } from '../shared/result.ts'
import { sentence, type SentenceKey } from '../shared/sentence.ts'
import { createEmail } from './email/email.ts'
import { readMailbox } from './email/mailbox.ts'
import { readAddress } from './http/address.ts'
import { createOs } from './os/os.ts'
import { readTelegramApiUrl } from './telegram/api-url.ts'
import { isBotToken, isChat } from './telegram/bot-token.ts'
import { createTelegram } from './telegram/telegram.ts'
import { topicOf } from './webhook/ntfy.ts'
import { createWebhook } from './webhook/webhook.ts'

export interface ChannelPorts {
  readonly http: Http
  readonly mailer: Mailer
  readonly notifier: Notifier
  readonly clock: Clock
  readonly random: Random
  /** TIDEMARK_TELEGRAM_API_URL as it was set; undefined leads to Telegram itself. */
  readonly telegramApiUrl: string | undefined
}

type Of<Kind extends ChannelSettings['kind']> = Extract<ChannelSettings, { kind: Kind }>

/**
 * A channel that can be sent through, or the sentence that says what is missing. What a channel remembers of parts
 * that have arrived lives as long as the channel, so keep it until its settings change.
 */
export function createChannel(
  settings: ChannelSettings,
  secrets: ChannelSecrets,
  ports: ChannelPorts,
): Result<Channel> {
  switch (settings.kind) {
    case 'os':
      return ok(createOs(ports.notifier))
    case 'telegram':
      return telegram(settings, secrets, ports)
    case 'email':
      return email(settings, secrets, ports)
    case 'webhook':
      return webhook(settings, secrets, ports)
    default:
      return assertNever(settings)
  }
}

function telegram(
  { chat }: Of<'telegram'>,
  { botToken }: ChannelSecrets,
  { http, random, telegramApiUrl }: ChannelPorts,
): Result<Channel> {
  const token = botToken?.trim() ?? ''
  if (token === '') return missing('telegram.no-token', 'secrets.botToken')
  if (!isBotToken(token)) return missing('telegram.token-shape', 'secrets.botToken')
  if (chat.trim() === '') return missing('telegram.no-chat', 'settings.chat')
  if (!isChat(chat.trim())) return missing('telegram.chat-shape', 'settings.chat')
  const baseUrl = readTelegramApiUrl(telegramApiUrl)
  return baseUrl.ok ? ok(createTelegram({ http, random, token, chat: chat.trim(), baseUrl: baseUrl.value })) : baseUrl
}

function email(settings: Of<'email'>, { mailPassword }: ChannelSecrets, { mailer }: ChannelPorts): Result<Channel> {
  const { host, port, security, user } = settings
  const from = readMailbox(settings.from)
  if (from === null) return missing('mail.address', 'settings.from', { address: settings.from })
  const to = settings.to.map(readMailbox)
  const wrong = to.indexOf(null)
  if (wrong >= 0) return missing('mail.address', `settings.to.${wrong}`, { address: settings.to[wrong] ?? '' })
  const password = mailPassword ?? ''
  if (user !== '' && password === '') return missing('mail.no-password', 'secrets.mailPassword')
  const server = { host: host.trim(), port, security, user, password }
  return ok(createEmail({ mailer, server, from, to: to.filter((mailbox) => mailbox !== null) }))
}

function webhook(
  { preset }: Of<'webhook'>,
  secrets: ChannelSecrets,
  { http, clock, random }: ChannelPorts,
): Result<Channel> {
  const text = secrets.webhookAddress?.trim() ?? ''
  const field = 'secrets.webhookAddress'
  if (text === '') return missing('webhook.no-address', field)
  const read = readAddress(text, 'private')
  if (!read.ok) return missing(`webhook.${read.problem}`, field, { host: read.host })
  const { address } = read
  if (preset === 'ntfy' && topicOf(address) === null) return missing('webhook.no-topic', field, { host: address.host })
  const signingSecret = secrets.signingSecret === '' ? null : secrets.signingSecret
  return ok(createWebhook({ http, clock, random, preset, address, signingSecret }))
}

function missing(id: SentenceKey, field: string, values: Readonly<Record<string, string>> = {}): Result<never> {
  return fail({ code: 'invalid', sentence: sentence(id, values), field })
}
