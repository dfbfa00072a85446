import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createMailer } from '../../node/mail/mailer.ts'
import { createAuthority, hasOpenssl } from '../../node/test/certificates.ts'
import { PASSWORD, startMailServer, USER, type Behaviour } from '../../node/test/mail-server.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import { createEmail } from '../email/email.ts'
import { readMailbox } from '../email/mailbox.ts'
import { awkwardText, sampleMessage } from './samples.ts'
import { readable, told } from './stage.ts'

const openssl = hasOpenssl()
const folder = mkdtempSync(join(tmpdir(), 'tidemark-email-'))
const authority = openssl ? createAuthority(folder) : { ca: '', issue: () => ({ key: '', cert: '' }) }
const certificate = authority.issue('IP:127.0.0.1')
rmSync(folder, { recursive: true, force: true })

async function openEmail(behaviour: Behaviour = {}, to: readonly string[] = ['Анна <anna@example.org>']) {
  const double = await startMailServer('starttls', certificate, behaviour)
  onTestFinished(double.stop)
  const times = { connect: 5000, greeting: 5000, silence: 1000, whole: 10_000 }
  const channel = createEmail({
    mailer: createMailer({ ca: authority.ca, times }),
    server: { host: '127.0.0.1', port: double.port, security: 'starttls', user: USER, password: PASSWORD },
    from: readMailbox('Tidemark, the "app" <anna@example.org>'.replaceAll('"', ''))!,
    to: to.map((text) => readMailbox(text)!),
  })
  return { double, channel }
}

describe.skipIf(!openssl)('e-mail', () => {
  test('subjects and texts of any length and any signs arrive whole', async () => {
    const { double, channel } = await openEmail()
    await fc.assert(
      fc.asyncProperty(awkwardText(4096), awkwardText(40_960), fc.uuid(), async (title, body, key) => {
        expect(told(await channel.send(sampleMessage({ key, title, body })))).toBe('delivered')
        const mail = double.mails.at(-1)
        const clean = cleanMessage({ title, body })
        expect(mail?.headers.get('subject')).toBe(clean.title)
        expect(mail?.text).toBe((clean.body === '' ? clean.title : clean.body).replace(/\n$/, ''))
        expect(mail?.headers.get('from')).toBe('"Tidemark, the app" <anna@example.org>')
      }),
      { numRuns: 20 },
    )
  })

  test('no text becomes a header, a recipient or a second mail', async () => {
    const { double, channel } = await openEmail()
    const before = [
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
    ]
    const headers = [...before, 'subject', 'to', 'x-auto-response-suppress', 'x-priority']
    const breaks = fc.constantFrom('\r\n', '\n', '\r', '\u0000', '\u0085', '\u2028', '\r\n.\r\n', '=?utf-8?Q?=0D=0A?=')
    const injected = fc.tuple(
      fc.string(),
      breaks,
      fc.constantFrom('Bcc: eve@example.org', 'RCPT TO:<eve@example.org>', 'X-A: b', '\r\nbody'),
    )
    await fc.assert(
      fc.asyncProperty(injected, fc.uuid(), async (pieces, key) => {
        const count = double.mails.length
        await channel.send(sampleMessage({ key, title: pieces.join(''), body: pieces.join('') }))
        expect(double.mails).toHaveLength(count + 1)
        const mail = double.mails.at(-1)
        expect([...(mail?.headers.keys() ?? [])].sort()).toEqual(headers)
        expect(mail?.to).toEqual(['anna@example.org'])
      }),
      { numRuns: 20 },
    )
  })

  test('a subject that looks like an encoded one is shown as it is', async () => {
    const { double, channel } = await openEmail()
    const titles = ['=?utf-8?Q?=0D=0ABcc:_eve?=', '=?utf-8?B?YQ==?= Ликвидация 👩‍👩‍👧‍👦', `${'x'.repeat(300)} =?`]
    for (const title of titles) await channel.send(sampleMessage({ key: title, title }))
    expect(double.mails.map(({ headers }) => headers.get('subject'))).toEqual(titles)
  })

  test('a mail says that a machine sent it, how urgent it is, and keeps its Message-ID at every try', async () => {
    const { double, channel } = await openEmail({})
    await channel.send(sampleMessage({ severity: 'critical' }))
    await channel.send(sampleMessage({ severity: 'critical' }))
    await channel.send(sampleMessage({ key: 'another', severity: 'critical', loudness: 'silent' }))
    const of = (name: string) => double.mails.map(({ headers }) => headers.get(name))
    expect(of('auto-submitted')).toEqual(['auto-generated', 'auto-generated', 'auto-generated'])
    expect(of('x-priority')).toEqual(['1', '1', '5'])
    const [first, second, third] = of('message-id')
    expect(first).toMatch(/^<[0-9a-f]{40}@example\.org>$/)
    expect([second === first, third === first]).toEqual([true, false])
  })

  test('attachments arrive byte by byte under their names', async () => {
    const { double, channel } = await openEmail()
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256))
    const name = 'отчёт "май" 👩‍👩‍👧‍👦.csv'
    expect(told(await channel.send(sampleMessage({ attachments: [{ name, type: 'text/csv', bytes }] })))).toBe(
      'delivered',
    )
    expect(double.mails[0]?.attachments).toEqual([{ name, type: 'text/csv', bytes }])
    expect(double.mails[0]?.text).toBe(sampleMessage().body)
  })

  test('who has the mail already does not get it again when it is tried for the others', async () => {
    const asked: string[] = []
    const recipient = (address: string) => {
      asked.push(address)
      return address.startsWith('boris') && asked.length < 3 ? { code: 450, words: '4.2.0 Greylisted' } : null
    }
    const { double, channel } = await openEmail({ recipient }, ['anna@example.org', 'boris@Пример.бг'])
    const first = await channel.send(sampleMessage())
    expect(told(first)).toBe('again mail.some-later')
    expect(readable(first)).toContain('boris@xn--e1afmkfd.xn--90ae')
    expect(told(await channel.send(sampleMessage()))).toBe('delivered')
    expect(double.mails.map(({ to }) => to)).toEqual([['anna@example.org'], ['boris@пример.бг']])
  })

  test('a recipient nobody knows is named', async () => {
    const recipient = (address: string) =>
      address.startsWith('boris') ? { code: 550, words: '5.1.1 No such user' } : null
    const { channel } = await openEmail({ recipient }, ['anna@example.org', 'boris@example.org'])
    const delivery = await channel.send(sampleMessage())
    expect(told(delivery)).toBe('refused mail.some-recipients')
    expect(readable(delivery)).toContain('boris@example.org (550 5.1.1 No such user)')
  })

  test.each([
    ['refused mail.login', { login: { code: 535, words: `5.7.8 Bad credentials ${PASSWORD}` } }],
    ['refused mail.recipient', { recipient: () => ({ code: 550, words: '5.1.1 No such user' }) }],
    ['refused mail.refused', { data: { code: 554, words: '5.7.1 Spam' } }],
    ['again mail.later', { data: { code: 451, words: '4.3.0 Try later' } }],
    ['again mail.broken', { midway: 'break' }],
    ['again mail.broken', { midway: 'break-after' }],
    ['again mail.slow', { midway: 'silence' }],
  ] satisfies readonly (readonly [string, Behaviour])[])('%s: %j', async (expected, behaviour) => {
    const { channel } = await openEmail(behaviour)
    const delivery = await channel.send(sampleMessage())
    expect(told(delivery)).toBe(expected)
    expect(readable(delivery)).not.toContain(PASSWORD)
  })
})
