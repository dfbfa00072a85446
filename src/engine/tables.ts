import type { LiveSource } from '../shared/client.ts'
import type { Stop } from '../shared/link.ts'

/** A keyed, observable set of rows: the only way state leaves the engine. */
export interface Table<Row> extends LiveSource<Row> {
  /** Sets or, with null, removes one row. A row equal to the present one is not a change. */
  set(key: string, row: Row | null): void
  /** Makes the table hold exactly these rows. */
  replace(rows: ReadonlyMap<string, Row>): void
  keys(): Iterable<string>
  readonly size: number
}

/** Derived rows are computed once before they are read, however often their sources changed. */
export interface Derivation {
  touch(): void
}

export interface Tables {
  table<Row extends object>(): Table<Row>
  derive(run: () => void): Derivation
  /** Brings all derived rows up to date. Whoever sends rows onward calls it first. */
  settle(): void
  /** Told, once until the next `settle`, that something changed or will when settled. */
  onTouched(take: () => void): Stop
}

export function createTables(): Tables {
  const derivations = new Set<{ dirty: boolean; readonly run: () => void }>()
  const listeners = new Set<() => void>()
  const touched = { value: false }

  function touch(): void {
    if (touched.value) return
    touched.value = true
    for (const listener of [...listeners]) listener()
  }

  return {
    table: <Row extends object>() => createTable<Row>(touch),
    derive: (run) => {
      const derivation = { dirty: true, run }
      derivations.add(derivation)
      return {
        touch: () => {
          derivation.dirty = true
          touch()
        },
      }
    },
    settle: () => {
      for (const derivation of derivations) {
        if (!derivation.dirty) continue
        derivation.dirty = false
        derivation.run()
      }
      touched.value = false
    },
    onTouched: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
  }
}

function createTable<Row extends object>(touch: () => void): Table<Row> {
  const rows = new Map<string, Row>()
  const listeners = new Set<(key: string) => void>()

  function announce(key: string): void {
    for (const listener of [...listeners]) listener(key)
    touch()
  }

  function set(key: string, row: Row | null): void {
    const before = rows.get(key)
    if (row === null) {
      if (before === undefined) return
      rows.delete(key)
    } else {
      if (before !== undefined && sameRow(before, row)) return
      rows.set(key, row)
    }
    announce(key)
  }

  return {
    set,
    replace: (next) => {
      for (const key of [...rows.keys()]) if (!next.has(key)) set(key, null)
      for (const [key, row] of next) set(key, row)
    },
    get: (key) => rows.get(key),
    rows: () => rows.entries(),
    keys: () => rows.keys(),
    get size() {
      return rows.size
    },
    onChange: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
  }
}

/**
 * Rows are flat but for small lists and records, so one level of looking inside suffices. From the last field on:
 * what moves most, the moment a row was heard, stands last.
 */
function sameRow(before: object, after: object): boolean {
  if (before === after) return true
  const names = Object.keys(after)
  const old = before as Readonly<Record<string, unknown>>
  const fresh = after as Readonly<Record<string, unknown>>
  for (let at = names.length - 1; at >= 0; at -= 1) {
    const name = names[at] ?? ''
    if (!sameValue(old[name], fresh[name])) return false
  }
  return names.length === Object.keys(before).length
}

function sameValue(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false
  return JSON.stringify(before) === JSON.stringify(after)
}
