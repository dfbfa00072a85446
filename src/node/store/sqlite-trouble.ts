import type { Failure } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'

/** Every way storage can go wrong, as far as it changes what we do about it. */
export type Trouble = 'full' | 'locked' | 'read-only' | 'damaged' | 'refused-row' | 'other'

const byPrefix: readonly (readonly [prefix: string, trouble: Trouble])[] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_AUTH', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FORMAT', 'damaged'],
  ['SQLITE_CONSTRAINT', 'refused-row'],
  ['SQLITE_MISMATCH', 'refused-row'],
  ['SQLITE_TOOBIG', 'refused-row'],
  ['SQLITE_RANGE', 'refused-row'],
]

/** The one place where SQLite's and the file system's error codes are read (https://sqlite.org/rescode.html). */
export function classify(error: unknown): Trouble {
  const code = codeOf(error)
  const known = byPrefix.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return known[1]
  return error instanceof TypeError || error instanceof RangeError ? 'refused-row' : 'other'
}

/** What the user reads when a running store's file fails it. */
export function storeFailure(error: unknown, file: string): Failure {
  const reason = reasonOf(error)
  switch (classify(error)) {
    case 'full':
      return { code: 'unavailable', sentence: sentence('store.full', { file }) }
    case 'locked':
      return { code: 'unavailable', sentence: sentence('store.locked', { file }), terminal: true }
    case 'read-only':
      return { code: 'denied', sentence: sentence('store.read-only', { file }), terminal: true }
    case 'damaged':
      return { code: 'unavailable', sentence: sentence('store.unreadable', { file, reason }), terminal: true }
    case 'refused-row':
    case 'other':
      return { code: 'internal', sentence: sentence('store.failed', { file, reason }) }
  }
}

/** The same for a file that could not be opened: nothing waits in memory and nothing is tried again. */
export function openFailure(error: unknown, file: string): Failure {
  const trouble = classify(error)
  const reason = reasonOf(error)
  if (trouble === 'full') return closed(sentence('store.no-room', { file }))
  if (trouble === 'other' || trouble === 'refused-row') return closed(sentence('store.unopened', { file, reason }))
  return storeFailure(error, file)
}

function closed(words: Sentence): Failure {
  return { code: 'unavailable', sentence: words, terminal: true }
}

/** Short and free of values: SQLite's messages name tables and columns, never what is in them. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown error'
  return message.slice(0, 200)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
