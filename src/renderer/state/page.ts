import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Client } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { Connection } from '../link/connect.ts'
import type { LiveState } from './live-store.ts'
import type { LiveQuery, Lives } from './lives.ts'
import type { Queries } from './queries.ts'
import type { View } from './view.ts'

/** What every component may use, made once in main.tsx. */
export interface Page {
  readonly client: Client<AppContract>
  readonly queries: Queries
  readonly lives: Lives
  readonly connection: StoreApi<{ readonly connection: Connection }>
  readonly view: StoreApi<View>
  /** This computer's clock, read when an age is shown. */
  now(): number
  /** The engine's clock: what ages are counted from. */
  engineNow(): number
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = use(PageContext)
  if (page === null) throw new Error('A component was rendered outside the page')
  return page
}

/** One row of a live; the component is rendered again only when that row changes. */
export function useRow<Row>(query: LiveQuery<Row>, key: string): Row | undefined {
  const store = useHeld(query)
  const follow = useCallback((listener: () => void) => store.onRow(key, listener), [store, key])
  return useSyncExternalStore(follow, () => store.get(key))
}

/** All rows of a live; the same map until one of them changes. */
export function useRows<Row>(query: LiveQuery<Row>): ReadonlyMap<string, Row> {
  const store = useHeld(query)
  return useSyncExternalStore(store.onChange, store.rows)
}

export function useLiveState<Row>(query: LiveQuery<Row>): LiveState {
  const store = useHeld(query)
  return useSyncExternalStore(store.onChange, store.state)
}

function useHeld<Row>(query: LiveQuery<Row>) {
  const { lives } = usePage()
  const { name } = query
  // The name stands for the query: another object of the same name is the same live.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => lives.hold(query), [lives, name])
  return lives.store(query)
}
