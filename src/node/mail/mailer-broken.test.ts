import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Mail, MailServer } from '../../engine/ports/mail.ts'
import { startScripted } from '../test/scripted-server.ts'
import { createMailer } from './mailer.ts'

const mail: Mail = {
  from: { name: '', address: 'anna@example.org' },
  to: [{ name: '', address: 'anna@example.org' }],
  subject: 'A subject',
  text: 'A text nobody may read',
  messageId: '<0123@example.org>',
  headers: {},
  attachments: [],
}
const times = { connect: 400, greeting: 400, silence: 400, whole: 1200 }
const PASSWORD = 'a password nobody may read'

type Script = (line: string, socket: Socket) => void

/** What came of sending to a server that speaks as told, and what it heard in clear text. */
async function send(
  security: MailServer['security'],
  begin: (socket: Socket) => void,
  script: Script = () => undefined,
) {
  const server = await startScripted(begin, script)
  onTestFinished(server.stop)
  const login = { user: 'anna', password: PASSWORD }
  const answer = await createMailer({ times }).send({ host: '127.0.0.1', port: server.port, security, ...login }, mail)
  const heard = server.heard()
  expect(heard).not.toContain('AUTH')
  expect(heard).not.toContain('nobody may read')
  return answer.kind === 'failed' ? answer.reason : answer.kind
}

const greet = (socket: Socket) => void socket.write('220 mail.test ESMTP\r\n')
/** Answers commands alone: what follows STARTTLS is TLS, whose random bytes may hold the end of a line. */
const hello =
  (capabilities: string, startTls: string): Script =>
  (line, socket) => {
    if (line.startsWith('EHLO')) socket.write(`250-mail.test\r\n${capabilities}250 SIZE 1000000\r\n`)
    else if (line.startsWith('STARTTLS')) socket.write(startTls)
    else if (/^(AUTH|MAIL|RCPT|DATA|RSET|QUIT)/.test(line)) socket.write('250 ok\r\n')
  }

test('a server without STARTTLS gets neither password nor mail', async () => {
  expect(await send('starttls', greet, hello('', '502 not implemented\r\n'))).toBe('no-tls')
  expect(await send('starttls', greet, hello('250-AUTH PLAIN LOGIN\r\n', '454 TLS not available\r\n'))).toBe('no-tls')
  expect(
    await send(
      'starttls',
      greet,
      (line, socket) => void socket.write(line.startsWith('EHLO') ? '502 what\r\n' : '250 ok\r\n'),
    ),
  ).toBe('no-tls')
})

test('nor does one that answers STARTTLS with clear text, whatever it promises after it', async () => {
  const injected = '220 go ahead\r\n250-mail.test\r\n250 AUTH PLAIN\r\n'
  expect(await send('starttls', greet, hello('250-STARTTLS\r\n', injected))).toBe('slow')
})

test('a server that speaks clear text where TLS is expected offers no encryption', async () => {
  expect(await send('tls', greet)).toBe('no-tls')
})

test.each([
  ['never greets', 'slow', (): void => undefined],
  ['greets slowly, a sign at a time', 'slow', (socket: Socket): void => drip(socket)],
  ['hangs up at once', 'broken', (socket: Socket): void => void socket.end()],
  ['breaks off', 'broken', (socket: Socket): void => void socket.resetAndDestroy()],
  ['greets with garbage', 'broken', (socket: Socket): void => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['is closed for today', 'later', (socket: Socket): void => void socket.end('421 4.3.2 Closing\r\n')],
  ['wants none of us', 'refused', (socket: Socket): void => void socket.end('554 5.7.1 Listed\r\n')],
])('a server that %s: %s', async (_, expected, begin) => {
  expect(await send('starttls', begin)).toBe(expected)
})

test('a server that falls silent is given up, one that keeps talking as well', async () => {
  expect(await send('starttls', greet)).toBe('slow')
  const endless: Script = (line, socket) => void (line.startsWith('EHLO') && drip(socket, '250-more\r\n'))
  expect(await send('starttls', greet, endless)).toBe('slow')
})

test('nobody there is unreachable', async () => {
  const server = { host: '127.0.0.1', port: 1, security: 'tls', user: '', password: '' } as const
  expect(await createMailer({ times }).send(server, mail)).toEqual({
    kind: 'failed',
    reason: 'unreachable',
    words: 'ECONNREFUSED',
  })
})

function drip(socket: Socket, piece = '2'): void {
  const timer = setInterval(() => socket.write(piece), 50)
  socket.once('close', () => clearInterval(timer))
}
