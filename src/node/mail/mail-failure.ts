import type { MailAnswer } from '../../engine/ports/mail.ts'
import { quote } from '../../shared/text/quote.ts'

type Failed = Extract<MailAnswer, { kind: 'failed' }>
type Reason = Failed['reason']

/** What nodemailer says of an error, as far as it says it. */
interface Told {
  readonly code: string
  /** Of the system or of TLS, where nodemailer put its own over it. */
  readonly originalCode: string
  readonly command: string
  readonly message: string
  readonly response: string
}

const CERTIFICATE = /certificate|altname|self.signed|CERT_|UNABLE_TO_/i
/** The other side does not speak TLS where it was expected to. */
const NOT_TLS = /EPROTO|ERR_SSL|required STARTTLS|wrong version number/
const UNREACHED = /ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL/
const SLOW = /ETIMEDOUT|EABORT/

export function failureOf(error: unknown, secrets: readonly string[]): Omit<Failed, 'kind'> {
  return { reason: reasonOf(toldBy(error)), words: wordsOf(error, secrets) }
}

/** The server's own words, or the name of what went wrong before it had any. */
export function wordsOf(error: unknown, secrets: readonly string[]): string {
  const { response, originalCode, code, message } = toldBy(error)
  const found = [response, CERTIFICATE.test(message) ? message : '', originalCode, code, message]
  return quote(found.find((words) => words !== '') ?? '', secrets)
}

/** What a reply code asks for: 4xx another time, 5xx nothing more; 503 is about the session, not the mail (RFC 5321). */
export function reasonOfReply(error: unknown): 'later' | 'refused' | null {
  const status = Number(/^\d{3}/.exec(toldBy(error).response)?.[0] ?? 0)
  if (status === 503 || (status >= 400 && status < 500)) return 'later'
  return status >= 500 ? 'refused' : null
}

function reasonOf(told: Told): Reason {
  const reply = reasonOfReply(told)
  switch (told.code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'slow'
    case 'EAUTH':
      return reply === 'later' && !isNotOffered(told) ? 'later' : 'login'
    case 'ETLS':
      return ofEncryption(told)
    case 'EENVELOPE':
      return reply === 'refused' && told.command === 'RCPT TO' ? 'recipient' : (reply ?? 'refused')
    case 'EMESSAGE':
      return reply ?? 'refused'
    case 'EDNS':
      return 'unreachable'
    default:
      return NOT_TLS.test(told.message) ? 'no-tls' : (reply ?? ofConnection(told))
  }
}

/** 503 to AUTH: this server knows no login. */
function isNotOffered({ response }: Told): boolean {
  return response.startsWith('503')
}

function ofEncryption({ message, response }: Told): Reason {
  if (CERTIFICATE.test(message)) return 'certificate'
  if (response !== '') return 'no-tls'
  return message.includes('closed') ? 'broken' : 'no-tls'
}

function ofConnection({ message, originalCode }: Told): Reason {
  const all = `${originalCode} ${message}`
  if (CERTIFICATE.test(all)) return 'certificate'
  if (NOT_TLS.test(all)) return 'no-tls'
  if (UNREACHED.test(all)) return 'unreachable'
  return SLOW.test(all) ? 'slow' : 'broken'
}

function toldBy(error: unknown): Told {
  const fields: object = typeof error === 'object' && error !== null ? error : {}
  const read = (name: string): string => {
    const value: unknown = Reflect.get(fields, name)
    return typeof value === 'string' ? value : ''
  }
  return {
    code: read('code'),
    originalCode: read('originalCode'),
    command: read('command'),
    message: read('message'),
    response: read('response'),
  }
}
