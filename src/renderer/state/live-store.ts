import type { LiveChange, LiveReader } from '../../shared/client.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import type { Notifier } from './notifier.ts'

export type LiveState =
  { readonly kind: 'opening' } | { readonly kind: 'open' } | { readonly kind: 'lost'; readonly failure: Failure }

/** The page's copy of one live: rows by key, each of which can be followed alone. */
export interface LiveStore<Row> {
  get(key: string): Row | undefined
  /** The same map until a row changes. */
  rows(): ReadonlyMap<string, Row>
  state(): LiveState
  /** Told when any row or the state changes. */
  onChange(listener: () => void): Stop
  /** Told when one row changes, appears or goes. */
  onRow(key: string, listener: () => void): Stop
}

export interface FedLiveStore<Row> extends LiveStore<Row>, LiveReader<Row> {}

export function createLiveStore<Row>(notifier: Notifier): FedLiveStore<Row> {
  const held = { rows: new Map<string, Row>() as ReadonlyMap<string, Row>, state: { kind: 'opening' } as LiveState }
  const listeners = new Set<() => void>()
  const byKey = new Map<string, Set<() => void>>()

  function tellAll(keys: Iterable<string>): void {
    for (const key of keys) for (const listener of byKey.get(key) ?? []) notifier.tell(listener)
    for (const listener of listeners) notifier.tell(listener)
  }

  function changed({ reset, rows }: LiveChange<Row>): void {
    const next = new Map(reset ? [] : held.rows)
    for (const [key, row] of rows) {
      if (row === null) next.delete(key)
      else next.set(key, row)
    }
    const touched = reset ? new Set([...held.rows.keys(), ...next.keys()]) : rows.keys()
    held.rows = next
    held.state = { kind: 'open' }
    tellAll(touched)
  }

  return {
    get: (key) => held.rows.get(key),
    rows: () => held.rows,
    state: () => held.state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onRow: (key, listener) => {
      const set = byKey.get(key) ?? new Set()
      byKey.set(key, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && byKey.get(key) === set) byKey.delete(key)
      }
    },
    changed,
    lost: (failure) => {
      held.state = { kind: 'lost', failure }
      tellAll([])
    },
  }
}
