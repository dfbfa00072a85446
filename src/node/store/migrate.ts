import type { Migration } from '../migrations/migration.ts'
import { APPLICATION_ID, type Db } from './database.ts'

/** Brings a database to the newest shape, each step whole or not at all. Throws what SQLite throws. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  for (const migration of migrations) {
    if (migration.version > version) db.transaction(() => step(db, migration)).exclusive()
  }
}

/** Both pragmas live in the header page, so they are part of the transaction. */
function step(db: Db, migration: Migration): void {
  db.exec(migration.sql)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${migration.version}`)
}
