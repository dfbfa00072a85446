import type { Time } from '../../../shared/ids.ts'
import type { Db } from '../database.ts'

const NAME = 'watchedUntil'

/** One moment, beside the settings. */
export function createWatchedTable(db: Db) {
  const select = db.prepare<[string], { readonly value: string }>('SELECT value FROM settings WHERE name = ?')
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  return {
    read: (): Time | null => {
      const text = select.get(NAME)?.value
      return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : null
    },
    write: (at: Time) => void upsert.run(NAME, String(Math.round(at))),
  }
}
