import type { Channel, Delivery } from '../../engine/ports/channel.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Http } from '../../engine/ports/http.ts'
import type { Random } from '../../engine/ports/random.ts'
import { secretsOf, type Address } from '../http/address.ts'
import { createProgress, numbered, takeSteps } from '../progress.ts'
import { discordPosts } from './discord.ts'
import { ntfyPosts } from './ntfy.ts'
import { plainPosts } from './plain.ts'
import type { Compose, Post } from './posts.ts'
import { slackPosts } from './slack.ts'
import { verdictOf, type WebhookPreset } from './verdict.ts'

export interface WebhookOptions {
  readonly http: Http
  readonly clock: Clock
  readonly random: Random
  readonly preset: WebhookPreset
  readonly address: Address
  /** For plain webhooks; null leaves them unsigned. */
  readonly signingSecret: string | null
}

const TIMEOUT_MS = 20_000
const COMPOSE: Readonly<Record<WebhookPreset, Compose>> = {
  plain: plainPosts,
  ntfy: ntfyPosts,
  discord: discordPosts,
  slack: slackPosts,
}

/** POSTs to one address. Redirects are not followed: what is sent there was meant for this receiver alone. */
export function createWebhook({ http, clock, random, preset, address, signingSecret }: WebhookOptions): Channel {
  const progress = createProgress()
  const secrets = [...secretsOf(address), ...(signingSecret === null ? [] : [signingSecret])]

  async function post({ url, headers, body }: Post): Promise<Delivery> {
    const answer = await http.send({ method: 'POST', url, headers, body, timeoutMs: TIMEOUT_MS })
    return verdictOf(answer, { preset, host: address.host, secrets, now: clock.now() })
  }

  return {
    send: (message) => {
      const posts = COMPOSE[preset](message, { address, now: clock.now(), random, signingSecret })
      return takeSteps(progress, message.key, numbered(posts.map((one) => () => post(one))))
    },
  }
}
