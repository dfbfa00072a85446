import { createTransport, type SMTPTransportOptions } from 'nodemailer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type { LeftOut, Mail, MailAnswer, Mailer, MailServer } from '../../engine/ports/mail.ts'
import { failureOf, reasonOfReply, wordsOf } from './mail-failure.ts'
import { secretsOfLogin } from './login-secrets.ts'

/** How long each part of sending may take, in milliseconds. */
export interface MailTimes {
  readonly connect: number
  readonly greeting: number
  /** Without a byte from the server. */
  readonly silence: number
  /** All of it, however busy the server seems. */
  readonly whole: number
}

export interface MailerOptions {
  readonly times?: MailTimes
  /** Certificate authorities trusted instead of the system's, as PEM; others come through NODE_EXTRA_CA_CERTS. */
  readonly ca?: string
}

const TIMES: MailTimes = { connect: 15_000, greeting: 15_000, silence: 30_000, whole: 120_000 }

/** Signs an encoded word may hold beside its frame. */
const ENCODED_WORD = 52

/** Mail by SMTP, one connection a mail. Encryption is demanded and the server's certificate verified, always. */
export function createMailer({ times = TIMES, ca }: MailerOptions = {}): Mailer {
  async function send(server: MailServer, mail: Mail): Promise<MailAnswer> {
    const secrets = secretsOfLogin(server)
    const transport = createTransport(transportOptions(server, times, ca))
    try {
      const signal = AbortSignal.timeout(times.whole)
      const { rejectedErrors = [] } = await transport.sendMail({ ...content(mail), signal })
      return { kind: 'sent', leftOut: rejectedErrors.map((error) => leftOut(error, secrets)) }
    } catch (error) {
      return { kind: 'failed', ...failureOf(error, secrets) }
    } finally {
      transport.close()
    }
  }
  return { send }
}

function transportOptions(server: MailServer, times: MailTimes, ca: string | undefined): SMTPTransportOptions {
  const { host, port, security, user, password } = server
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: true,
    // Said aloud, so that no setting of the surroundings can say otherwise.
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...(user === '' ? {} : { auth: { user, pass: password }, forceAuth: true }),
    // What this computer is called is nobody's business.
    name: 'tidemark.invalid',
    connectionTimeout: times.connect,
    dnsTimeout: times.connect,
    greetingTimeout: times.greeting,
    socketTimeout: times.silence,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Addresses go as objects: nothing in a name is ever read as an address. */
function content({ from, to, subject, text, messageId, headers, attachments }: Mail) {
  return {
    from: { ...from },
    to: to.map((mailbox) => ({ ...mailbox })),
    subject: literal(subject),
    text,
    messageId,
    headers: { ...headers },
    textEncoding: 'quoted-printable' as const,
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
  }
}

/** nodemailer lets through what is encoded already; a text that only looks so is encoded once more (RFC 2047). */
function literal(subject: string): string {
  return subject.includes('=?') ? encodeWord(subject, 'Q', ENCODED_WORD) : subject
}

function leftOut(error: object, secrets: readonly string[]): LeftOut {
  const address = 'recipient' in error && typeof error.recipient === 'string' ? error.recipient : ''
  return {
    address,
    reason: reasonOfReply(error) === 'later' ? 'later' : 'recipient',
    words: wordsOf(error, secrets),
  }
}
