import { createChannel } from '../channels/create-channel.ts'
import { createHeart } from '../channels/heartbeat/heart.ts'
import { readTelegramApiUrl } from '../channels/telegram/api-url.ts'
import { findChats } from '../channels/telegram/find-chats.ts'
import type { Side } from '../engine/desk.ts'
import type { AlertHost } from '../engine/ports/alert-host.ts'
import type { Http } from '../engine/ports/http.ts'
import type { Notifier } from '../engine/ports/notifier.ts'
import { createMailer } from '../node/mail/mailer.ts'
import { createNodeHttp } from '../node/net/http.ts'
import { createRoutes } from '../node/net/routes.ts'
import { createProcessStats } from '../node/process-stats.ts'
import { createSystemFigures } from '../node/system-figures.ts'
import type { Mode } from '../shared/frames.ts'
import type { Language } from '../shared/sentence.ts'
import { join } from 'node:path'

export interface AlertHostsOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where the folders of both modes lie. */
  readonly root: string
  readonly language: Language
  /** Shows notices on this computer; null where only an open page can. */
  readonly notifier: Notifier | null
  readonly resolveProxy?: (url: string) => Promise<string>
}

/** What alerts need of their host, by mode. Both modes' channels lead to the real world, and demo says that it is demo. */
export function createAlertHosts(options: AlertHostsOptions): (mode: Mode, side: Side) => AlertHost {
  const mailer = createMailer()
  const stats = createProcessStats()
  return (mode, { ports }) => {
    const { clock, random } = ports
    const http = mode === 'live' ? ports.http : outside(options, ports)
    const telegramApiUrl = options.environment['TIDEMARK_TELEGRAM_API_URL']
    return {
      channel: (settings, secrets, notifier) =>
        createChannel(settings, secrets, { http, mailer, notifier, clock, random, telegramApiUrl }),
      heart: (address) => createHeart(address, http),
      findChats: (token) => {
        const baseUrl = readTelegramApiUrl(telegramApiUrl)
        return baseUrl.ok ? findChats({ http, token, baseUrl: baseUrl.value }) : Promise.resolve(baseUrl)
      },
      notifier: options.notifier,
      language: options.language,
      system: createSystemFigures(stats, () => clock.monotonic(), join(options.root, mode)),
    }
  }
}

/** The demo's own network ends at its simulator. */
function outside({ environment, resolveProxy }: AlertHostsOptions, { log }: Side['ports']): Http {
  return createNodeHttp(createRoutes({ environment, resolveProxy, hide: () => undefined, log }))
}
