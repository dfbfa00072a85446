import type { Log } from '../../engine/ports/log.ts'
import type { Db } from './database.ts'

export interface SettingsTable {
  /** Undefined when nothing readable is stored; whoever asks validates the shape. */
  readonly read: (name: string) => unknown
  readonly write: (name: string, value: unknown) => void
}

export function createSettingsTable(db: Db, log: Log): SettingsTable {
  const select = db.prepare<[string], { readonly value: string }>('SELECT value FROM settings WHERE name = ?')
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  return {
    read: (name) => parse(name, select.get(name)?.value, log),
    write: (name, value) => void upsert.run(name, JSON.stringify(value ?? null)),
  }
}

function parse(name: string, text: string | undefined, log: Log): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    log.error('stored setting cannot be read', { name })
    return undefined
  }
}
