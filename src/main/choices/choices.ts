import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../engine/ports/clock.ts'
import type { DesktopChange } from '../../engine/ports/desktop.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { DesktopChoices } from '../../shared/desktop-rows.ts'
import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import {
  DEFAULTS,
  readDesktopFile,
  writeDesktopFile,
  type DesktopFile,
  type Said,
  type WindowMemory,
} from './desktop-file.ts'
import { createKeptFile } from './kept-file.ts'

/** What the desktop app remembers beside the engine's data: one file in the data root, the same in demo and live. */
export interface Choices {
  current(): DesktopChoices
  /** Counts at once; answers once it is on disk, or why it will be forgotten when the program ends. */
  change(change: DesktopChange): Promise<Result<null>>
  onChange(take: () => void): Stop
  window(): WindowMemory
  rememberWindow(change: Partial<WindowMemory>): void
  /** Whether the user was ever told. */
  wasSaid(what: Said): boolean
  keepSaid(what: Said): void
  /** Resolves once everything is on disk, as far as the disk takes it. */
  flush(): Promise<void>
}

interface ChoicesOptions {
  /** The data root. */
  readonly root: string
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

export function openChoices({ root, clock, log }: ChoicesOptions): Choices {
  const path = join(root, 'desktop.json')
  const now = { file: readFile(path, log) }
  const listeners = new Set<() => void>()
  const kept = createKeptFile({ file: path, text: () => writeDesktopFile(now.file), clock, log })

  function set(change: Partial<DesktopFile>): void {
    now.file = { ...now.file, ...change }
  }

  return {
    current: () => now.file.choices,
    change: (change) => {
      set({ choices: { ...now.file.choices, ...given(change) } })
      for (const take of [...listeners]) take()
      return kept.write()
    },
    onChange: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    window: () => now.file.window,
    rememberWindow: (change) => {
      set({ window: { ...now.file.window, ...change } })
      kept.writeLater()
    },
    wasSaid: (what) => now.file.said.includes(what),
    keepSaid: (what) => {
      if (now.file.said.includes(what)) return
      set({ said: [...now.file.said, what] })
      void kept.write()
    },
    flush: kept.flush,
  }
}

function given(change: DesktopChange): Partial<DesktopChoices> {
  // What is left names only fields that have a value.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function readFile(path: string, log: Log): DesktopFile {
  const text = readText(path, log)
  if (text === null) return DEFAULTS
  const { file, unread } = readDesktopFile(text)
  for (const field of unread) log.warn('A kept choice cannot be read; its default is used', { field })
  return file
}

/** Null where there is none, as at the first start. */
function readText(path: string, log: Log): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    if (code !== 'ENOENT') log.warn('The choices of the desktop app cannot be read', { why: code })
    return null
  }
}
