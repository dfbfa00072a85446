import Database from 'better-sqlite3'
import { isDecimal } from '../../shared/decimal.ts'
import { compareQuickly } from './compare-quickly.ts'

export type Db = Database.Database

/** "TDMK": marks a file as ours in bytes 68–71 of the SQLite header (https://sqlite.org/fileformat.html). */
export const APPLICATION_ID = 0x54_44_4d_4b

/** How long a file that another program has open is asked for before we say so. */
const BUSY_MS = 500

/**
 * Opens the one connection that writes. `synchronous=FULL` syncs every commit, so what was acknowledged survives a
 * power cut, not only a kill; the exclusive lock keeps every other process out for as long as we run.
 */
export function openWriter(file: string): Db {
  const db = new Database(file, { timeout: BUSY_MS })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('trusted_schema = OFF')
    takeLock(db)
    db.function('decimal_compare', { deterministic: true }, compareAmounts)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The lock comes with the first write: asked for now, whoever else has the file is noticed now. */
function takeLock(db: Db): void {
  db.exec('BEGIN IMMEDIATE')
  db.exec('COMMIT')
}

/** Opens a file for looking only; nothing is written into it, not even what its journal still holds. */
export function openReader(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
}

function compareAmounts(a: unknown, b: unknown): number {
  if (typeof a !== 'string' || typeof b !== 'string' || !isDecimal(a) || !isDecimal(b)) {
    throw new TypeError('decimal_compare takes two amounts')
  }
  return compareQuickly(a, b)
}
