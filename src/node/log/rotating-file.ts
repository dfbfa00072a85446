import { closeSync, existsSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

interface RotatingFileOptions {
  readonly file: string
  /** A file this large is set aside … */
  readonly bytes: number
  /** … and this many old ones are kept, `.1` the newest. */
  readonly kept: number
}

export interface RotatingFile {
  write(line: string): void
  close(): void
}

const OWNER_ONLY = 0o600

/**
 * Appends lines at once, so that the last one before a crash is there. A log that cannot be written must never stop
 * the program: the line is lost, the next one is tried.
 */
export function createRotatingFile({ file, bytes, kept }: RotatingFileOptions): RotatingFile {
  const state: { descriptor: number | null; size: number } = { descriptor: null, size: 0 }

  function open(): number {
    const descriptor = openSync(file, 'a', OWNER_ONLY)
    state.descriptor = descriptor
    state.size = fstatSync(descriptor).size
    return descriptor
  }

  function close(): void {
    if (state.descriptor !== null) closeSync(state.descriptor)
    state.descriptor = null
  }

  function rotate(): void {
    close()
    rmSync(`${file}.${kept}`, { force: true })
    for (let age = kept - 1; age >= 1; age -= 1) moveIfThere(`${file}.${age}`, `${file}.${age + 1}`)
    moveIfThere(file, `${file}.1`)
  }

  function append(line: string): void {
    const descriptor = state.descriptor ?? open()
    state.size += writeSync(descriptor, line)
    if (state.size >= bytes) rotate()
  }

  return {
    write: (line) => {
      try {
        append(line)
      } catch {
        close()
      }
    },
    close,
  }
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}
