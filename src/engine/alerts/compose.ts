import type { AlertRow, Severity } from '../../shared/alert-rows.ts'
import { writeValues, type Reader } from '../../shared/format/alert-text.ts'
import type { Mode } from '../../shared/frames.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Translate } from '../../shared/translate.ts'
import type { Message } from '../ports/channel.ts'
import type { Parcel } from './outbox/parcels.ts'

/** For whom and from where messages are written. */
export interface Desk {
  readonly reader: Reader
  readonly translate: Translate
  readonly mode: Mode
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical']

/** One message about one alert, or a digest of several: newest last, each with its moment. */
export function compose(alerts: readonly AlertRow[], parcel: Parcel, desk: Desk): Message {
  const [only] = alerts
  const words = alerts.length === 1 && only !== undefined ? single(only, desk) : digest(alerts, desk)
  return {
    ...words,
    title: `${desk.mode === 'demo' ? 'DEMO · ' : ''}${words.title}`,
    key: parcel.key,
    severity: gravest(alerts),
    loudness: parcel.deliveries.some(({ loudness }) => loudness === 'on') ? 'loud' : 'silent',
    at: Math.max(0, ...alerts.map(({ at }) => at)),
    facts: {
      mode: desk.mode,
      count: alerts.length,
      ...(only === undefined || alerts.length > 1 ? {} : factsOf(only, desk)),
    },
    attachments: [],
  }
}

type Words = Pick<Message, 'title' | 'body' | 'place'>

function single(alert: AlertRow, desk: Desk): Words {
  const moment = say(sentence('alert.moment', { timeAt: String(alert.at) }), desk)
  const late = alert.late ? [say(sentence('alert.late', { timeNoticed: String(alert.firedAt) }), desk)] : []
  return {
    title: say(alert.title, desk),
    body: [say(alert.body, desk), moment, ...late].join('\n'),
    place: alert.place,
  }
}

function digest(alerts: readonly AlertRow[], desk: Desk): Words {
  const oldestFirst = [...alerts].sort((a, b) => a.firedAt - b.firedAt)
  const lines = oldestFirst.map((alert) => `${clockTime(alert.at, desk)} · ${say(alert.title, desk)}`)
  const place = { tab: 'alerts', account: null, instrument: null } as const
  return { title: say(sentence('alert.digest', { count: String(alerts.length) }), desk), body: lines.join('\n'), place }
}

function say(said: AlertRow['title'], { reader, translate }: Desk): string {
  // A sentence of ours that was stored; one that an older version said and this one does not know shows its id.
  return translate(writeValues(said, reader) as Sentence)
}

function clockTime(at: number, { reader: { language, timeZone } }: Desk): string {
  return new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'medium' }).format(at)
}

function gravest(alerts: readonly AlertRow[]): Severity {
  const gravity = Math.max(0, ...alerts.map((alert) => SEVERITIES.indexOf(alert.severity)))
  return SEVERITIES[gravity] ?? 'info'
}

/** For programs. In privacy mode a figure may be an amount, so none is told. */
function factsOf(alert: AlertRow, { reader: { privacy } }: Desk): Message['facts'] {
  const { rule, kind, account, instrument, value, late, at, firedAt } = alert
  return { rule, kind, account, instrument, value: privacy ? null : value, late, at, firedAt }
}
