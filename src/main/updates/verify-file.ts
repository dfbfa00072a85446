import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Downloaded } from './updater.ts'

/**
 * Whether a file is the one that was published. Read again right before it is installed: it lies in a cache that other
 * programs of this user can write to and clear.
 */
export async function isPublished({ path, sha512 }: Downloaded): Promise<boolean> {
  const hash = createHash('sha512')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return false
  }
  const digest = hash.digest()
  return sha512.includes(digest.toString('base64')) || sha512.includes(digest.toString('hex'))
}
