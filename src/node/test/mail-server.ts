import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { ServerCertificate } from './certificates.ts'
import { readMail, type ReadMail } from './mime.ts'

export const USER = 'anna@example.org'
export const PASSWORD = 'abcd efgh ijkl mnop'

export interface TakenMail extends ReadMail {
  readonly from: string
  readonly to: readonly string[]
  /** The login was encrypted. */
  readonly secure: boolean
  /** As it came, bytes in a latin1 string. */
  readonly raw: string
}

export interface MailServerDouble {
  readonly port: number
  readonly mails: readonly TakenMail[]
  /** Passwords that were tried, right or wrong. */
  readonly logins: readonly string[]
  readonly stop: () => Promise<void>
}

export interface Behaviour {
  /** The reply to a recipient, by address; null takes it. */
  readonly recipient?: (address: string) => Reply | null
  readonly sender?: Reply
  readonly login?: Reply
  /** After the whole mail was received. */
  readonly data?: Reply
  /** In the middle of the mail it breaks off, or says nothing more; or it breaks off instead of the last reply. */
  readonly midway?: 'break' | 'silence' | 'break-after'
  readonly taken?: (mail: TakenMail) => void
  readonly options?: SMTPServerOptions
}

export interface Reply {
  readonly code: number
  readonly words: string
}

/** A real SMTP server that wants TLS and a login. */
export async function startMailServer(
  security: 'tls' | 'starttls',
  certificate: ServerCertificate,
  behaviour: Behaviour = {},
): Promise<MailServerDouble> {
  const mails: TakenMail[] = []
  const logins: string[] = []
  const sockets = new Set<Socket>()
  const breakOff = () => sockets.forEach((socket) => socket.destroy())
  const server = new SMTPServer({
    ...certificate,
    secure: security === 'tls',
    name: 'mail.test',
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) => {
      logins.push(password ?? '')
      if (behaviour.login !== undefined) return done(smtpError(behaviour.login))
      if (username === USER && password === PASSWORD) return done(null, { user: username })
      done(smtpError({ code: 535, words: `5.7.8 Username and Password not accepted for ${password}` }))
    },
    onMailFrom: (_, __, done) => done(smtpError(behaviour.sender)),
    onRcptTo: ({ address }, _, done) => done(smtpError(behaviour.recipient?.(address) ?? undefined)),
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = []
      if (behaviour.midway === 'break') stream.once('data', breakOff)
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (behaviour.midway === 'silence') return
        if (behaviour.midway === 'break-after') return breakOff()
        if (behaviour.data !== undefined || stream.sizeExceeded) return done(smtpError(behaviour.data))
        const raw = Buffer.concat(parts).toString('latin1')
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        const mail = { ...readMail(raw), raw, from, to, secure }
        mails.push(mail)
        behaviour.taken?.(mail)
        done(null, 'queued')
      })
    },
    ...behaviour.options,
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  listening.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => listening.once('listening', () => resolve()))
  const { port } = listening.address() as AddressInfo
  return { port, mails, logins, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

function smtpError(reply: Reply | undefined): Error | null {
  return reply === undefined ? null : Object.assign(new Error(reply.words), { responseCode: reply.code })
}
