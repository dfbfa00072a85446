import type { Store } from '../../engine/ports/store.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { migrations } from '../migrations/migrations.ts'
import { openWriter, type Db } from './database.ts'
import { migrate } from './migrate.ts'
import { probe } from './probe.ts'
import { openFailure } from './sqlite-trouble.ts'
import { createStore, type StoreOptions } from './store.ts'

/**
 * Opens the database, making or upgrading it as needed. A file that is damaged, newer, foreign, locked or not ours to
 * write is left exactly as it is, and the failure's sentence names it.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const known = migrations.at(-1)?.version ?? 0
  const found = probe(options.file, known)
  if (!found.ok) return found
  const db = openMigrated(options.file)
  return db.ok ? ok(createStore({ ...options, db: db.value })) : db
}

function openMigrated(file: string): Result<Db> {
  const opened: { db: Db | null } = { db: null }
  try {
    opened.db = openWriter(file)
    migrate(opened.db, migrations)
    return ok(opened.db)
  } catch (error) {
    opened.db?.close()
    return fail(openFailure(error, file))
  }
}
