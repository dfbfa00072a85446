import { onTestFinished } from 'vitest'
import { startBotApi, type BotApi } from '../../../channels/test/bot-api.ts'
import { SIGNING_SECRET } from '../../../channels/test/decoded.ts'
import type { Behaviour, Received } from '../../../channels/test/loopback.ts'
import { startWebhookReceiver } from '../../../channels/test/webhook-receiver.ts'
import type { StoredChannel } from '../../../engine/alerts/channels/stored-channels.ts'
import type { WebhookPreset } from '../../../channels/webhook/verdict.ts'
import { channelOf } from '../alert-samples.ts'

/** One way out with its receiver in a test's hands. */
export interface Way {
  readonly channel: StoredChannel
  readonly secrets: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  /** From now on it answers so; by the number of the request from the start of the test. */
  behave(choose: (index: number) => Behaviour): void
  /** What a person was shown, a line a message. */
  arrived(): readonly string[]
  readonly received: readonly Received[]
}

export async function webhookWay(name: string, preset: WebhookPreset = 'plain'): Promise<Way> {
  const receiver = await startWebhookReceiver(preset)
  onTestFinished(receiver.stop)
  return {
    channel: channelOf(name, { settings: { kind: 'webhook', preset, host: new URL(receiver.url).host } }),
    secrets: {
      [`channel ${name} webhookAddress`]: receiver.address,
      [`channel ${name} signingSecret`]: SIGNING_SECRET,
    },
    environment: {},
    behave: receiver.behave,
    arrived: () => receiver.shown.map(({ pieces }) => pieces.join('\n')),
    received: receiver.received,
  }
}

export async function telegramWay(name: string): Promise<Way & Pick<BotApi, 'documents'>> {
  const api = await startBotApi()
  onTestFinished(api.stop)
  return {
    channel: channelOf(name, { settings: { kind: 'telegram', chat: api.chat } }),
    secrets: { [`channel ${name} botToken`]: api.token },
    environment: { TIDEMARK_TELEGRAM_API_URL: api.url },
    behave: api.behave,
    arrived: () => api.texts.map(({ text }) => text),
    documents: api.documents,
    received: api.received,
  }
}
