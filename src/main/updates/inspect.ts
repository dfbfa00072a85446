import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Downloaded } from './updater.ts'
import { isPublished } from './verify-file.ts'

/**
 * Why a downloaded file must not be installed, or null. The updater deletes the AppImage before it moves the new one
 * there, so whatever could keep it from moving is looked for first.
 *
 * @param appImage the file that would be replaced; null where an installer does the replacing
 */
export async function inspect(downloaded: Downloaded, appImage: string | null): Promise<Sentence | null> {
  if (!(await isPublished(downloaded))) return sentence('update.changed')
  return appImage === null ? null : await findObstacle(downloaded.path, appImage)
}

async function findObstacle(file: string, appImage: string): Promise<Sentence | null> {
  const folder = dirname(appImage)
  try {
    await access(folder, constants.W_OK | constants.X_OK)
    const [source, target, room] = await Promise.all([stat(file), stat(folder), statfs(folder)])
    const fits = source.dev === target.dev || room.bavail * room.bsize > source.size
    return fits ? null : sentence('update.disk-full')
  } catch {
    return sentence('update.not-writable')
  }
}
