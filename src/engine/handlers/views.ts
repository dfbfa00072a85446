import type { LiveSource } from '../../shared/client.ts'
import type { Stop } from '../../shared/link.ts'
import type { Table } from '../tables.ts'

/** The rows of a table that belong to one account, or all of them. A row of another account costs its readers nothing. */
export function ofAccount<Row extends { readonly account: string }>(
  table: Table<Row>,
  account: string,
): LiveSource<Row> {
  return account === 'all' ? table : where(table, (row) => row.account === account)
}

/** The rows under given keys. */
export function atKeys<Row>(table: Table<Row>, keys: ReadonlySet<string>): LiveSource<Row> {
  return {
    rows: () => [...keys].flatMap((key) => entry(table, key)),
    get: (key) => (keys.has(key) ? table.get(key) : undefined),
    onChange: (take) =>
      table.onChange((key) => {
        if (keys.has(key)) take(key)
      }),
  }
}

function entry<Row>(table: Table<Row>, key: string): readonly (readonly [string, Row])[] {
  const row = table.get(key)
  return row === undefined ? [] : [[key, row]]
}

function where<Row>(table: Table<Row>, keep: (row: Row) => boolean): LiveSource<Row> {
  const kept = (): Map<string, Row> => new Map([...table.rows()].filter(([, row]) => keep(row)))
  return {
    rows: () => kept(),
    get: (key) => {
      const row = table.get(key)
      return row !== undefined && keep(row) ? row : undefined
    },
    onChange: (take): Stop => {
      // A removed row can no longer say whose it was, so the keys that were told of are remembered.
      const told = new Set(kept().keys())
      return table.onChange((key) => {
        const row = table.get(key)
        if (row !== undefined && keep(row)) told.add(key)
        else if (!told.delete(key)) return
        take(key)
      })
    },
  }
}

/** A source that holds something open while it is read, such as prices subscribed for it. */
export function whileRead<Row>(source: LiveSource<Row>, hold: () => Stop): LiveSource<Row> {
  return {
    rows: () => source.rows(),
    get: (key) => source.get(key),
    onChange: (take) => {
      const release = hold()
      const stop = source.onChange(take)
      return () => {
        stop()
        release()
      }
    },
  }
}
