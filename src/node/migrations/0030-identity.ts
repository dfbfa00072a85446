import type { Migration } from './migration.ts'

/** Whose account it is at its exchange; unknown for those added before, until they are next read. */
export const identity: Migration = {
  version: 30,
  sql: 'ALTER TABLE accounts ADD COLUMN identity TEXT;',
}
