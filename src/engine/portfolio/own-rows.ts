import type { Table } from '../tables.ts'

/** One account's rows in a table it shares with others. */
export interface OwnRows<Row> {
  /** Makes the table hold exactly these rows of ours: changed ones are set, missing ones removed, none in between. */
  replace(rows: ReadonlyMap<string, Row>): void
}

export function createOwnRows<Row extends object>(table: Table<Row>): OwnRows<Row> {
  let keys: Iterable<string> = []
  return {
    replace: (rows) => {
      for (const key of keys) if (!rows.has(key)) table.set(key, null)
      for (const [key, row] of rows) table.set(key, row)
      keys = [...rows.keys()]
    },
  }
}
