import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface Stored {
  /** The exchange's ids of the fills. */
  readonly fills: readonly string[]
  readonly equityPoints: number
  readonly integrity: string
}

/** What a data folder holds, read beside the running program. */
export function readStored(folder: string): Stored {
  const db = new Database(join(folder, 'tidemark.db'), { readonly: true })
  try {
    const fills = db.prepare<[], { fill: string }>('SELECT fill FROM fills').all()
    return {
      fills: fills.map(({ fill }) => fill),
      equityPoints: Number(db.prepare('SELECT count(*) FROM equity').pluck().get()),
      integrity: String(db.pragma('integrity_check', { simple: true })),
    }
  } finally {
    db.close()
  }
}
