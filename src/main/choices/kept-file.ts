import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import { replaceFile } from '../../node/atomic-file.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

/** Writes one file whole, one write at a time; what changes during a write is in the next one. */
export interface KeptFile {
  write(): Promise<Result<null>>
  /** Soon; many changes become one write. */
  writeLater(): void
  /** Resolves once nothing waits to be written. */
  flush(): Promise<void>
}

interface KeptFileOptions {
  readonly file: string
  readonly text: () => string
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

const SOON_MS = 500

export function createKeptFile({ file, text, clock, log }: KeptFileOptions): KeptFile {
  const now = { waiting: null as Stop | null, last: Promise.resolve<Result<null>>(ok(null)) }

  function write(): Promise<Result<null>> {
    now.waiting?.()
    now.waiting = null
    now.last = now.last.then(attempt)
    return now.last
  }

  async function attempt(): Promise<Result<null>> {
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await replaceFile(file, text())
      return ok(null)
    } catch (error) {
      log.warn('The choices of the desktop app were not written', { why: codeOf(error) })
      return fail({ code: 'unavailable', sentence: sentence('desktop.choices-not-kept', { file }) })
    }
  }

  return {
    write,
    writeLater: () => {
      now.waiting ??= clock.after(SOON_MS, () => void write())
    },
    flush: async () => {
      await (now.waiting === null ? now.last : write())
    },
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
