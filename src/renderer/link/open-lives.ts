import type { LiveReader } from '../../shared/client.ts'
import type { Patch, UpFrame } from '../../shared/frames.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'

export interface OpenLives {
  open(path: string, params: unknown, reader: LiveReader<unknown>): Stop
  apply(part: Patch): void
  lost(id: number, failure: Failure): void
  /** Opens every live again on a new connection; each begins with a reset. */
  reopen(): void
}

interface OpenLive {
  readonly path: string
  readonly params: unknown
  readonly reader: LiveReader<unknown>
}

export function createOpenLives(send: (frame: UpFrame) => boolean): OpenLives {
  const open = new Map<number, OpenLive>()
  const ids = { next: 1 }

  return {
    open: (path, params, reader) => {
      const id = ids.next
      ids.next += 1
      open.set(id, { path, params, reader })
      send({ type: 'open', id, path, params })
      return () => {
        if (open.delete(id)) send({ type: 'close', id })
      }
    },
    apply: (part) => {
      open.get(part.id)?.reader.changed({ reset: part.reset, rows: new Map(Object.entries(part.rows)) })
    },
    lost: (id, failure) => {
      const live = open.get(id)
      open.delete(id)
      live?.reader.lost(failure)
    },
    reopen: () => {
      for (const [id, live] of open) send({ type: 'open', id, path: live.path, params: live.params })
    },
  }
}
