import Database from 'better-sqlite3'
import { fail, ok, type Failure, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import { classify, reasonOf } from './store/sqlite-trouble.ts'

/** Who holds a folder, for the sentence another process shows. */
export interface Holder {
  readonly program: string
  readonly process: number
}

interface LockOptions {
  readonly file: string
  readonly folder: string
  readonly holder: Holder
}

/**
 * Holds a folder for this process until it ends, however it ends: the lock is the operating system's, taken through a
 * small SQLite file, so a kill leaves nothing stale behind and a reused process id means nothing. While it is held
 * (a reserved lock) others can still read who holds it.
 */
export function lockFolder({ file, folder, holder }: LockOptions): Result<() => void> {
  const opened: { db: Database.Database | null } = { db: null }
  try {
    const db = new Database(file, { timeout: 0 })
    opened.db = db
    sign(db, holder)
    db.exec('BEGIN IMMEDIATE')
    return ok(() => void db.close())
  } catch (error) {
    const holding = classify(error) === 'locked' && opened.db !== null ? readHolder(opened.db) : null
    opened.db?.close()
    return fail(holding === null ? unusable(folder, error) : taken(folder, holding))
  }
}

function sign(db: Database.Database, { program, process }: Holder): void {
  const write = db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS holder (program TEXT NOT NULL, process INTEGER NOT NULL) STRICT')
    db.exec('DELETE FROM holder')
    db.prepare('INSERT INTO holder VALUES (?, ?)').run(program, process)
  })
  write.immediate()
}

function readHolder(db: Database.Database): Holder {
  const unknown = { program: '?', process: 0 }
  try {
    return db.prepare<[], Holder>('SELECT program, process FROM holder').get() ?? unknown
  } catch {
    return unknown
  }
}

function taken(folder: string, { program, process }: Holder): Failure {
  const words = sentence('folder.taken', { folder, program, process: String(process) })
  return { code: 'unavailable', sentence: words, terminal: true }
}

export function unusable(folder: string, error: unknown): Failure {
  const reason = reasonOf(error)
  return { code: 'unavailable', sentence: sentence('folder.unusable', { folder, reason }), terminal: true }
}
