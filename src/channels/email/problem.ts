import type { Delivery } from '../../engine/ports/channel.ts'
import type { LeftOut, MailAnswer } from '../../engine/ports/mail.ts'
import type { SentenceKey } from '../../shared/sentence.ts'
import { again, delivered, refused } from '../http/delivery.ts'

type Failed = Extract<MailAnswer, { kind: 'failed' }>

const SENTENCE: Readonly<Record<Failed['reason'], SentenceKey>> = {
  login: 'mail.login',
  certificate: 'mail.certificate',
  'no-tls': 'mail.no-tls',
  recipient: 'mail.recipient',
  refused: 'mail.refused',
  later: 'mail.later',
  unreachable: 'channel.unreachable',
  slow: 'mail.slow',
  broken: 'mail.broken',
}
/**
 * What only the user can change. A wrong certificate and missing encryption are not among them: networks that ask for
 * a login first show both, nothing was sent, and the next network may be an honest one.
 */
const FINAL: ReadonlySet<Failed['reason']> = new Set(['login', 'recipient', 'refused'])

export function failedVerdict({ reason, words }: Failed, host: string, to: readonly string[]): Delivery {
  const values = { host, words, reason: words, recipients: to.join(', ') }
  return (FINAL.has(reason) ? refused : again)(SENTENCE[reason], values)
}

/** The mail went to everybody but these. */
export function leftOutVerdict(leftOut: readonly LeftOut[], host: string): Delivery {
  const later = leftOut.filter(({ reason }) => reason === 'later')
  const about = (some: readonly LeftOut[]) => ({
    host,
    recipients: some.map(({ address }) => address).join(', '),
    words: some[0]?.words ?? '',
  })
  if (later.length > 0) return again('mail.some-later', about(later))
  return leftOut.length > 0 ? refused('mail.some-recipients', about(leftOut)) : delivered
}
