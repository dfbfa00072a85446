import type { LiveSource } from '../../shared/client.ts'
import type { Contract, Live } from '../../shared/contract.ts'
import { LIMITS, type Patch } from '../../shared/frames.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'
import { busy } from './busy.ts'
import { badInput, findEntry, type Entry } from './find-entry.ts'
import type { ServeOptions } from './serve-options.ts'

interface Lives {
  open(id: number, path: string, params: unknown): void
  close(id: number): void
  /** Everything that changed since the last take, one patch a live; rows are read now, so the last one wins. */
  take(): readonly Patch[]
  stop(): void
}

interface OpenLive {
  readonly source: LiveSource<unknown>
  readonly changed: Set<string>
  readonly reset: { pending: boolean }
  readonly stop: Stop
}

type Opener = (params: unknown) => Result<LiveSource<unknown>>

/** The open lives of one link. What waits for a slow reader is a set of keys, never a queue of rows. */
export function createLives<C extends Contract>(
  options: ServeOptions<C>,
  lost: (id: number, failure: Failure) => void,
): Lives {
  const open = new Map<number, OpenLive>()

  function source(path: string, params: unknown): Result<LiveSource<unknown>> {
    const found = findEntry(options.contract, path, 'live')
    if (!found.ok) return found
    const parsed = found.value.entry.params.safeParse(params)
    if (!parsed.success) return fail(badInput(parsed.error))
    return openerOf(options, found.value)(parsed.data)
  }

  function close(id: number): void {
    open.get(id)?.stop()
    open.delete(id)
  }

  return {
    open: (id, path, params) => {
      if (open.has(id)) return
      if (open.size >= LIMITS.lives) return lost(id, busy())
      const found = source(path, params)
      if (!found.ok) return lost(id, found.failure)
      open.set(id, follow(found.value))
    },
    close,
    take: () => [...open].flatMap(([id, live]) => patch(id, live)),
    stop: () => {
      for (const id of [...open.keys()]) close(id)
    },
  }
}

function openerOf<C extends Contract>({ handlers }: ServeOptions<C>, { group, name }: Entry<Live>): Opener {
  // `Handlers<C>` has exactly the contract's names; the path was found in the contract.
  return (handlers as unknown as Readonly<Record<string, Readonly<Record<string, Opener>>>>)[group]?.[name] as Opener
}

function follow(source: LiveSource<unknown>): OpenLive {
  const changed = new Set<string>()
  return { source, changed, reset: { pending: true }, stop: source.onChange((key) => changed.add(key)) }
}

function patch(id: number, { source, changed, reset }: OpenLive): readonly Patch[] {
  if (!reset.pending && changed.size === 0) return []
  const rows = reset.pending ? source.rows() : [...changed].map((key) => [key, source.get(key) ?? null] as const)
  const part = { id, reset: reset.pending, rows: Object.fromEntries(rows) }
  reset.pending = false
  changed.clear()
  return [part]
}
