import type { AlertRow, Severity } from '../../shared/alert-rows.ts'
import { writeValues, type Reader } from '../../shared/format/alert-text.ts'
import type { Mode } from '../../shared/frames.ts'
import type { Time } from '../../shared/ids.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { sentence } from '../../shared/sentence.ts'
import { cleanLine } from '../../shared/text/clean.ts'
import type { Translate } from '../../shared/translate.ts'
import type { Attachment, Facts, Message } from '../ports/channel.ts'
import { isAgain } from './again.ts'
import type { Parcel } from './outbox/parcels.ts'

/** For whom, from where and when messages are written. */
export interface Desk {
  readonly reader: Reader
  readonly translate: Translate
  readonly mode: Mode
  readonly now: Time
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical']

/** What goes with an alert besides its words. */
export type Documents = (alert: AlertRow, desk: Desk) => readonly Attachment[]

/** One message about one alert, or a digest of several: newest last, each whole on its own line. */
export function compose(alerts: readonly AlertRow[], parcel: Parcel, desk: Desk, documents: Documents): Message {
  const [only] = alerts
  const severity = gravest(alerts)
  const words = alerts.length === 1 && only !== undefined ? single(only, parcel, desk) : digest(alerts, desk)
  return {
    ...words,
    title: headed(severity, words.title, desk),
    key: parcel.key,
    severity,
    loudness: parcel.deliveries.some(({ loudness }) => loudness === 'on') ? 'loud' : 'silent',
    at: Math.max(0, ...alerts.map(({ at }) => at)),
    facts: {
      mode: desk.mode,
      count: alerts.length,
      ...(only === undefined || alerts.length > 1 ? {} : factsOf(only, desk)),
    },
    alerts: alerts.map((alert) => ({ ...wordsOf(alert, desk), ...factsOf(alert, desk) })),
    // They are made of amounts.
    attachments: desk.reader.privacy ? [] : alerts.flatMap((alert) => documents(alert, desk)),
  }
}

/** A title that says first how grave the message is, and before that whether it is earnest at all. */
export function headed(severity: Severity, title: string, desk: Pick<Desk, 'translate' | 'mode'>): string {
  return `${desk.mode === 'demo' ? 'DEMO · ' : ''}${grave(severity, title, desk)}`
}

/** By a mark and a word: most channels know no colour. */
function grave(severity: Severity, said: string, { translate }: Pick<Desk, 'translate'>): string {
  return translate(sentence(`alert.is-${severity}`, { said }))
}

type Words = Pick<Message, 'title' | 'body' | 'place'>

function single(alert: AlertRow, { deliveries }: Parcel, desk: Desk): Words {
  const { title, body } = wordsOf(alert, desk)
  const moment = say(sentence('alert.moment', { timeAt: String(alert.at) }), desk)
  const still = deliveries.some(isAgain) ? [say(sentence('alert.still'), desk)] : []
  return { title, body: [body, moment, ...besides(alert, desk), ...still].join('\n'), place: alert.place }
}

function digest(alerts: readonly AlertRow[], desk: Desk): Words {
  const oldestFirst = [...alerts].sort((a, b) => a.firedAt - b.firedAt)
  const place = { tab: 'alerts', account: null, instrument: null } as const
  return {
    title: say(sentence('alert.digest', { count: String(alerts.length) }), desk),
    body: oldestFirst.map((alert) => line(alert, desk)).join('\n'),
    place,
  }
}

/** `14:03:22 · ⚠️ Warning · BTCUSDT … Now …` */
function line(alert: AlertRow, desk: Desk): string {
  const { title, body } = wordsOf(alert, desk)
  const said = [title, body, ...besides(alert, desk)].join(' ')
  return cleanLine(`${moment(alert.at, desk)} · ${grave(alert.severity, said, desk)}`)
}

/** What is not the alert's own text: that it comes late, and which rule tells it. */
function besides({ late, firedAt, ruleName }: AlertRow, desk: Desk): readonly string[] {
  return [
    ...(late ? [say(sentence('alert.late', { timeNoticed: String(firedAt) }), desk)] : []),
    ...(ruleName === '' ? [] : [say(sentence('alert.rule', { rule: ruleName }), desk)]),
  ]
}

function wordsOf({ title, body }: AlertRow, desk: Desk): Pick<Message, 'title' | 'body'> {
  return { title: say(title, desk), body: say(body, desk) }
}

function say(said: AlertRow['title'], { reader, translate }: Desk): string {
  // A sentence of ours that was stored; one that an older version said and this one does not know shows its id.
  return translate(writeValues(said, reader) as Sentence)
}

/** With its date where that is not today's. */
function moment(at: Time, { reader: { language, timeZone }, now }: Desk): string {
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short' })
  const clock = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'medium' }).format(at)
  return day.format(at) === day.format(now) ? clock : `${day.format(at)}, ${clock}`
}

function gravest(alerts: readonly AlertRow[]): Severity {
  const gravity = Math.max(0, ...alerts.map((alert) => SEVERITIES.indexOf(alert.severity)))
  return SEVERITIES[gravity] ?? 'info'
}

/** For programs. In privacy mode a figure may be an amount, so none is told. */
function factsOf(alert: AlertRow, { reader: { privacy } }: Desk): Facts {
  const { alert: id, ends, rule, ruleName, kind, severity, account, instrument, value, late, at, firedAt } = alert
  const about = { alert: id, ends, rule, ruleName, kind, severity, account, instrument }
  return { ...about, value: privacy ? null : value, late, at, firedAt }
}
