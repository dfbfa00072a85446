import type { LiveReader } from '../../shared/client.ts'
import type { Stop } from '../../shared/link.ts'
import { createLiveStore, type FedLiveStore, type LiveStore } from './live-store.ts'
import type { Notifier } from './notifier.ts'

/** How to open one live: a name that tells it from others, and the call that opens it. */
export interface LiveQuery<Row> {
  readonly name: string
  readonly open: (reader: LiveReader<Row>) => Stop
}

/** The lives the page has open. Several readers share one; the last one's leaving closes it after a short grace. */
export interface Lives {
  /** The store of a live; it is fed while somebody holds it. */
  store<Row>(query: LiveQuery<Row>): LiveStore<Row>
  hold<Row>(query: LiveQuery<Row>): Stop
}

interface OpenLive {
  readonly store: FedLiveStore<unknown>
  holders: number
  close: Stop | null
  stopGrace: Stop | null
}

/** Long enough for a change of tab and back, or a component that is replaced by its like. */
const GRACE_MS = 2_000

export function createLives(notifier: Notifier, after: (ms: number, run: () => void) => Stop): Lives {
  const open = new Map<string, OpenLive>()

  function find(name: string): OpenLive {
    const known = open.get(name)
    if (known !== undefined) return known
    const fresh = { store: createLiveStore<unknown>(notifier), holders: 0, close: null, stopGrace: null }
    open.set(name, fresh)
    return fresh
  }

  function release(name: string, live: OpenLive): void {
    live.holders -= 1
    if (live.holders > 0) return
    live.stopGrace = after(GRACE_MS, () => {
      live.close?.()
      open.delete(name)
    })
  }

  return {
    // A name stands for one query, and with it for one kind of row.
    store: <Row>(query: LiveQuery<Row>) => find(query.name).store as unknown as LiveStore<Row>,
    hold: <Row>(query: LiveQuery<Row>) => {
      const live = find(query.name)
      live.stopGrace?.()
      live.stopGrace = null
      live.holders += 1
      live.close ??= query.open(live.store)
      return () => release(query.name, live)
    },
  }
}
