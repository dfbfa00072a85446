import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Mail, MailAnswer, MailServer } from '../../engine/ports/mail.ts'
import { createAuthority, hasOpenssl } from '../test/certificates.ts'
import { PASSWORD, startMailServer, USER, type Behaviour } from '../test/mail-server.ts'
import { createMailer } from './mailer.ts'

const openssl = hasOpenssl()
if (!openssl) console.warn('\n  SKIPPED: the tests of mail over TLS, because openssl is not installed.\n')

const folder = mkdtempSync(join(tmpdir(), 'tidemark-mail-'))
const authority = openssl ? createAuthority(folder) : { ca: '', issue: () => ({ key: '', cert: '' }) }
const right = authority.issue('IP:127.0.0.1')
const elsewhere = authority.issue('DNS:mail.example.org')
const expired = openssl ? authority.issue('IP:127.0.0.1', -1) : right
rmSync(folder, { recursive: true, force: true })

const mail: Mail = {
  from: { name: 'Tidemark', address: USER },
  to: [
    { name: '', address: 'anna@example.org' },
    { name: 'Борис', address: 'boris@example.org' },
  ],
  subject: 'A subject',
  text: 'A text',
  messageId: '<0123@example.org>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [],
}

const times = { connect: 5000, greeting: 5000, silence: 1000, whole: 10_000 }

interface Attempt {
  readonly security?: MailServer['security']
  readonly certificate?: typeof right
  readonly behaviour?: Behaviour
  readonly password?: string
  readonly user?: string
  readonly ca?: string
}

async function attempt({ security = 'tls', certificate = right, behaviour = {}, ...login }: Attempt) {
  const server = await startMailServer(security, certificate, behaviour)
  onTestFinished(server.stop)
  const { user = USER, password = PASSWORD, ca = authority.ca } = login
  const mailer = createMailer(ca === '' ? {} : { ca, times })
  const answer = await mailer.send({ host: '127.0.0.1', port: server.port, security, user, password }, mail)
  return { answer, server }
}

function reason(answer: MailAnswer): string {
  return answer.kind === 'sent' ? 'sent' : answer.reason
}

describe.skipIf(!openssl).each(['tls', 'starttls'] as const)('%s', (security) => {
  test('a mail arrives encrypted, at everybody', async () => {
    const { answer, server } = await attempt({ security })
    expect(answer).toEqual({ kind: 'sent', leftOut: [] })
    expect(server.mails).toMatchObject([
      { from: USER, to: ['anna@example.org', 'boris@example.org'], secure: true, text: 'A text' },
    ])
    expect(server.mails[0]?.headers.get('to')).toBe('anna@example.org, Борис <boris@example.org>')
    expect(server.mails[0]?.headers.get('message-id')).toBe('<0123@example.org>')
    expect(server.mails[0]?.raw).not.toContain(process.env['HOSTNAME'] ?? 'no host name')
  })

  test.each([
    ['of an authority nobody trusts', { ca: '' }],
    ['of another name', { certificate: elsewhere }],
    ['that has run out', { certificate: expired }],
  ])('a certificate %s is refused before the password is said', async (_, wrong) => {
    const { answer, server } = await attempt({ security, ...wrong })
    expect(reason(answer)).toBe('certificate')
    expect(server.logins).toEqual([])
  })

  test('a login that is refused says so without the password', async () => {
    const { answer } = await attempt({ security, password: 'the wrong one' })
    expect(answer).toEqual({
      kind: 'failed',
      reason: 'login',
      words: '535 5.7.8 Username and Password not accepted for …',
    })
  })
})

describe.skipIf(!openssl)('what a server says', () => {
  const cases: readonly (readonly [string, Behaviour])[] = [
    ['later', { login: { code: 454, words: '4.7.0 Temporary authentication failure' } }],
    ['login', { login: { code: 534, words: '5.7.9 Application-specific password required' } }],
    ['login', { options: { disabledCommands: ['AUTH'], authOptional: true } }],
    ['refused', { sender: { code: 553, words: '5.7.1 Sender address rejected' } }],
    ['later', { sender: { code: 451, words: '4.3.0 Try again' } }],
    ['recipient', { recipient: () => ({ code: 550, words: '5.1.1 No such user' }) }],
    ['later', { recipient: () => ({ code: 450, words: '4.2.0 Greylisted' }) }],
    ['refused', { data: { code: 554, words: '5.7.1 Spam' } }],
    ['later', { data: { code: 452, words: '4.2.2 Mailbox full' } }],
    ['refused', { options: { size: 10, rejectOversized: true } }],
    ['broken', { midway: 'break' }],
    ['broken', { midway: 'break-after' }],
    ['slow', { midway: 'silence' }],
  ]
  test.each(cases)('%s: %j', async (expected, behaviour) => {
    const { answer, server } = await attempt({ behaviour })
    expect(reason(answer)).toBe(expected)
    expect(server.mails).toEqual([])
  })

  test('who is left out is named, and everybody else gets the mail', async () => {
    const recipient = (address: string) =>
      address.startsWith('boris') ? { code: 550, words: '5.1.1 No such user' } : null
    const { answer, server } = await attempt({ behaviour: { recipient } })
    expect(answer).toEqual({
      kind: 'sent',
      leftOut: [{ address: 'boris@example.org', reason: 'recipient', words: '550 5.1.1 No such user' }],
    })
    expect(server.mails.map(({ to }) => to)).toEqual([['anna@example.org']])
  })

  test('a server that wants no login gets none', async () => {
    const { answer, server } = await attempt({ user: '', password: '', behaviour: { options: { authOptional: true } } })
    expect([reason(answer), server.logins]).toEqual(['sent', []])
  })
})
