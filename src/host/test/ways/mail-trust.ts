import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createChannel } from '../../../channels/create-channel.ts'
import type { AlertHost } from '../../../engine/ports/alert-host.ts'
import { createSeededRandom } from '../../../engine/test/fake-random.ts'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { createMailer } from '../../../node/mail/mailer.ts'
import { createAuthority, hasOpenssl } from '../../../node/test/certificates.ts'
import { USER } from '../../../node/test/mail-server.ts'
import type { ChannelSettings } from '../../../shared/channel-rows.ts'

/** Certificates are made with it; where it is not installed, mail is not tested. */
export const openssl = hasOpenssl()

/** For a whole test file: an authority for mail servers, and alerts whose real mailer trusts it and has less patience. */
export function createMailTrust() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-mail-'))
  const authority = openssl ? createAuthority(folder) : { ca: '', issue: () => ({ key: '', cert: '' }) }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { issue: authority.issue, withMailer: (host: AlertHost) => withMailer(host, authority.ca) }
}

function withMailer(host: AlertHost, ca: string): AlertHost {
  const mailer = createMailer({ ca, times: { connect: 5000, greeting: 5000, silence: 400, whole: 5000 } })
  const nowhere = () => Promise.reject(new Error('mail goes by no HTTP'))
  const others = { clock: createManualClock(0), random: createSeededRandom(1), telegramApiUrl: undefined }
  return {
    ...host,
    channel: (settings, secrets, notifier) =>
      settings.kind === 'email'
        ? createChannel(settings, secrets, { ...others, mailer, notifier, http: { send: nowhere } })
        : host.channel(settings, secrets, notifier),
  }
}

export function mailSettings(port: number): Extract<ChannelSettings, { kind: 'email' }> {
  return {
    kind: 'email',
    host: '127.0.0.1',
    port,
    security: 'tls',
    user: USER,
    from: USER,
    to: ['boris@example.org'],
  }
}
