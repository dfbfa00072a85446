import { describe, expect, onTestFinished, test } from 'vitest'
import { PASSWORD, startMailServer, type Behaviour } from '../../../node/test/mail-server.ts'
import { channelOf } from '../alert-samples.ts'
import { createMailTrust, mailSettings, openssl } from './mail-trust.ts'
import { openMarket, withFailover } from './market.ts'
import { webhookWay } from './ways.ts'

const { issue, withMailer } = createMailTrust()
const honest = issue('IP:127.0.0.1')
const another = issue('DNS:mail.example.org')
const expired = openssl ? issue('IP:127.0.0.1', -1) : honest

/** What a server does; may be changed while it runs. */
type Mood = { -readonly [Name in keyof Behaviour]: Behaviour[Name] }

async function openMail(certificate: typeof honest, mood: Mood, failover: 'backup' | 'nobody') {
  const server = await startMailServer('tls', certificate, mood)
  onTestFinished(server.stop)
  const backup = await webhookWay('backup')
  const mail = channelOf('mail', { settings: mailSettings(server.port) })
  const market = await openMarket({
    times: 500,
    rules: [],
    channels: [failover === 'backup' ? withFailover(mail, 'backup') : mail, { ...backup.channel, level: 'off' }],
    secrets: { ...backup.secrets, 'channel mail mailPassword': PASSWORD },
    around: { host: withMailer },
  })
  return { server, backup, ...market }
}

type Trouble = readonly [name: string, certificate: typeof honest, mood: Mood, tries: number, problem: string]

const TROUBLES: readonly Trouble[] = [
  ['shows the certificate of another', another, {}, 4, 'mail.certificate'],
  ['shows a certificate that has run out', expired, {}, 4, 'mail.certificate'],
  ['refuses the login', honest, { login: { code: 535, words: '5.7.8 Bad credentials' } }, 1, 'mail.login'],
  ['is slow', honest, { midway: 'silence' }, 4, 'mail.slow'],
  ['closes in the middle of a mail', honest, { midway: 'break' }, 4, 'mail.broken'],
  ['puts off', honest, { data: { code: 451, words: '4.3.0 Try later' } }, 4, 'mail.later'],
]

describe.skipIf(!openssl)('mail', () => {
  test.each(TROUBLES)('from a server that %s goes another way', async (_, certificate, mood, tries, problem) => {
    const { server, backup, stage, cross, delivery } = await openMail(certificate, { ...mood }, 'backup')
    const alert = await cross()
    await delivery(alert, 'backup', ({ state }) => state === 'delivered')
    expect(await delivery(alert, 'mail', () => true)).toMatchObject({
      state: 'failed',
      tries,
      problem: { id: problem },
    })
    expect(stage.state.alerts.channels.get('mail')).toMatchObject({ state: 'failing', problem: { id: problem } })
    expect([server.mails.length, backup.arrived().length]).toEqual([0, 1])
  })

  test('arrives over TLS, each alert in a mail of its own', async () => {
    const { server, cross, delivery } = await openMail(honest, {}, 'nobody')
    for (const alert of [await cross(), await cross()])
      await delivery(alert, 'mail', ({ state }) => state === 'delivered')
    expect(server.mails.map(({ headers, secure }) => [headers.get('subject'), secure])).toEqual([
      ['⚠️ Warning · BTCUSDT rose to 100 or above.', true],
      ['⚠️ Warning · BTCUSDT fell to 100 or below.', true],
    ])
  })

  test.each<readonly [string, Mood]>([
    ['refused the login', { login: { code: 535, words: '5.7.8 Bad credentials' } }],
    ['was slow', { midway: 'silence' }],
    ['closed in the middle', { midway: 'break' }],
  ])('that waited for a server that %s arrives once that is well', async (_, trouble) => {
    const mood: Mood = { ...trouble }
    const { server, cross, delivery } = await openMail(honest, mood, 'nobody')
    const alerts = [await cross(), await cross()]
    for (const alert of alerts) await delivery(alert, 'mail', ({ tries, problem }) => tries > 0 && problem !== null)
    expect(server.mails).toEqual([])
    delete mood.login
    delete mood.midway
    for (const alert of alerts) await delivery(alert, 'mail', ({ state }) => state === 'delivered')
    expect(server.mails).toHaveLength(2)
  })

  test('that a wrong certificate kept back arrives once the settings are right', async () => {
    const { server, stage, cross, delivery } = await openMail(another, {}, 'nobody')
    const right = await startMailServer('tls', honest)
    onTestFinished(right.stop)
    const alert = await cross()
    await delivery(alert, 'mail', ({ problem }) => problem?.id === 'mail.certificate')
    const typed = { botToken: null, mailPassword: PASSWORD, webhookAddress: null, signingSecret: null }
    const choices = { channel: 'mail', label: 'Mail', level: 'on', failover: null, secrets: typed } as const
    expect((await stage.alerts.registry.save({ ...choices, settings: mailSettings(right.port) })).ok).toBe(true)
    await delivery(alert, 'mail', ({ state }) => state === 'delivered')
    expect([server.mails.length, server.logins.length, right.mails.length]).toEqual([0, 0, 1])
  })
})
