import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect } from './inspect.ts'
import type { Downloaded } from './updater.ts'

const folder = { path: '' }
beforeEach(async () => {
  folder.path = await mkdtemp(join(tmpdir(), 'inspect-'))
})
afterEach(() => rm(folder.path, { recursive: true }))

async function download(text: string, encoding: 'base64' | 'hex' = 'base64'): Promise<Downloaded> {
  const path = join(folder.path, 'new')
  await writeFile(path, text)
  const release = { version: '2.0.0', notes: null, publishedAt: null }
  return { release, path, sha512: ['another', createHash('sha512').update(text).digest(encoding)] }
}

it.each(['base64', 'hex'] as const)('takes the file that was published, its checksum in %s', async (encoding) => {
  expect(await inspect(await download('new', encoding), null)).toBeNull()
  expect(await inspect(await download('new', encoding), join(folder.path, 'old'))).toBeNull()
})

it('refuses one that is changed or gone', async () => {
  const downloaded = await download('new')
  await writeFile(downloaded.path, 'other')
  expect(await inspect(downloaded, null)).toMatchObject({ id: 'update.changed' })
  await rm(downloaded.path)
  expect(await inspect(downloaded, null)).toMatchObject({ id: 'update.changed' })
  expect(await inspect({ ...downloaded, sha512: [] }, null)).toMatchObject({ id: 'update.changed' })
})

it('refuses to replace a program in a folder that is gone', async () => {
  expect(await inspect(await download('new'), join(folder.path, 'gone', 'old'))).toMatchObject({
    id: 'update.not-writable',
  })
})
