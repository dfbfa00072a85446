import { extractFile, getRawHeader } from '@electron/asar'
import { posix } from 'node:path'

/** One file of an app.asar. */
export interface ArchiveFile {
  /** From the archive's root, with slashes. */
  readonly path: string
  readonly size: number
  readonly place: 'packed' | 'beside'
}

export interface Archive {
  readonly files: readonly ArchiveFile[]
  /** The bytes of a file of the list. */
  read(path: string): Uint8Array
}

/** Opens an app.asar for reading. Throws when it is none, or holds a link, which nothing of ours does. */
export function openArchive(file: string): Archive {
  return {
    files: walk('', getRawHeader(file).header),
    // The library takes the machine's own separators.
    read: (path) => extractFile(file, posix.normalize(path).split('/').join(separator)),
  }
}

const separator = process.platform === 'win32' ? '\\' : '/'

type Entry = ReturnType<typeof getRawHeader>['header']['files'][string]

function walk(path: string, entry: Entry): readonly ArchiveFile[] {
  if ('files' in entry) {
    return Object.entries(entry.files).flatMap(([name, child]) => walk(path === '' ? name : `${path}/${name}`, child))
  }
  if ('link' in entry) throw new Error(`${path} in the archive is a link`)
  return [{ path, size: entry.size, place: entry.unpacked ? 'beside' : 'packed' }]
}
