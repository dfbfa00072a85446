import { alertRow, type AlertRow } from '../../../shared/alert-rows.ts'
import type { AlertMark } from '../../../engine/ports/alert-store.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Db } from '../database.ts'
import type { ParseBody } from './parse-body.ts'

/** Rows of older versions do not name their rule, and end nothing. */
const storedAlert = alertRow.extend({
  ruleName: alertRow.shape.ruleName.default(''),
  ends: alertRow.shape.ends.default(null),
})

type Row = Pick<AlertRow, 'alert' | 'clearedAt' | 'readAt' | 'acknowledgedAt'> & { readonly body: string }

const COLUMNS = 'alert, clearedAt, readAt, acknowledgedAt, body'

/** What fired. The marks that change are columns, the rest of a row is its body. */
export function createAlertsTable(db: Db, parse: ParseBody) {
  const insert = db.prepare<[string, string, number, number | null, number | null, number | null, string]>(
    'INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const newest = db.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM alerts WHERE firedAt < ? ORDER BY firedAt DESC, alert DESC LIMIT ?`,
  )
  const one = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM alerts WHERE alert = ?`)
  const alarms = db.prepare<[], { readonly count: number }>(
    "SELECT count(*) AS count FROM alerts WHERE severity = 'critical' AND clearedAt IS NULL AND acknowledgedAt IS NULL",
  )
  const clear = db.prepare<[number, string]>('UPDATE alerts SET clearedAt = ? WHERE alert = ? AND clearedAt IS NULL')
  const read = db.prepare<[number, string]>('UPDATE alerts SET readAt = ? WHERE alert = ? AND readAt IS NULL')
  const acknowledge = db.prepare<[number, string]>(
    'UPDATE alerts SET acknowledgedAt = ? WHERE alert = ? AND acknowledgedAt IS NULL',
  )
  const unread = db.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM alerts WHERE readAt IS NULL')

  function rowOf({ body, ...marks }: Row): AlertRow[] {
    const parsed = parse(`alert ${marks.alert}`, storedAlert, body)
    return parsed === null ? [] : [{ ...parsed, ...marks }]
  }

  return {
    /** Whether the alert was new. */
    insert: (row: AlertRow): boolean => {
      const { alert, severity, firedAt, clearedAt, readAt, acknowledgedAt } = row
      const marks = [clearedAt, readAt, acknowledgedAt] as const
      return insert.run(alert, severity, firedAt, ...marks, JSON.stringify(row)).changes > 0
    },
    newest: (before: Time, count: number): readonly AlertRow[] => newest.all(before, count).flatMap(rowOf),
    one: (alert: string): AlertRow | null => [one.get(alert)].flatMap((row) => (row ? rowOf(row) : []))[0] ?? null,
    alarms: (): number => alarms.get()?.count ?? 0,
    clear: (alert: string, at: Time) => void clear.run(at, alert),
    mark: (alert: string, { readAt, acknowledgedAt }: AlertMark) => {
      if (readAt !== undefined) read.run(readAt, alert)
      if (acknowledgedAt !== undefined) acknowledge.run(acknowledgedAt, alert)
    },
    unread: (): number => unread.get()?.count ?? 0,
  }
}
