import { plainNotes } from './notes.ts'

/** A version that a feed offers, as far as people are told of it. */
export interface Release {
  readonly version: string
  /** Plain text; null when there are none. */
  readonly notes: string | null
  readonly publishedAt: number | null
}

/** The longest version a row holds; a version of ours has a tenth of it. */
const VERSION_MAX = 40

/**
 * What stands in a feed about its newest version. Only the version has been looked at by the updater: everything else
 * may be of any shape.
 */
export function readRelease(info: {
  readonly version: string
  readonly releaseNotes?: unknown
  readonly releaseDate?: unknown
}): Release {
  return {
    version: info.version.slice(0, VERSION_MAX),
    notes: plainNotes(info.releaseNotes),
    publishedAt: readDate(info.releaseDate),
  }
}

/** YAML makes a date of an unquoted one and leaves a quoted one as text. */
function readDate(date: unknown): number | null {
  const at = date instanceof Date ? date.getTime() : typeof date === 'string' ? Date.parse(date) : NaN
  return Number.isFinite(at) && at >= 0 ? at : null
}

/** The checksums of a version's files, as a feed states them. */
export function readChecksums(files: unknown): readonly string[] {
  if (!Array.isArray(files)) return []
  return files.map(checksumOf).filter((each) => each !== null)
}

function checksumOf(file: unknown): string | null {
  if (typeof file !== 'object' || file === null || !('sha512' in file)) return null
  return typeof file.sha512 === 'string' && file.sha512 !== '' ? file.sha512 : null
}
