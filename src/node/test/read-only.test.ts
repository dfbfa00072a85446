import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openTestStore } from './open-test-store.ts'
import { account } from './rows.ts'
import { tempFolder } from './temp-folder.ts'

const CHILD = join(import.meta.dirname, 'open-child.ts')
const NOBODY = 65_534
const run = promisify(execFile)

/** Root may write everywhere, so under root the child runs as nobody. */
async function openedBySomebody(file: string): Promise<string> {
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const { stdout } = await run(process.execPath, [CHILD, file], identity)
  return stdout.trim()
}

async function readable(fileMode: number, folderMode: number): Promise<string> {
  const { store, file } = openTestStore()
  await store.saveAccount(account())
  await store.close()
  chmodSync(file, fileMode)
  chmodSync(dirname(file), folderMode)
  onTestFinished(() => chmodSync(dirname(file), 0o700))
  return file
}

test.runIf(process.platform !== 'win32').each([
  ['a file', 0o444, 0o777],
  ['a folder', 0o444, 0o555],
])('%s that may only be read is a sentence, and the database is left as it is', async (_, fileMode, folderMode) => {
  const file = await readable(fileMode, folderMode)
  const before = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect(await openedBySomebody(file)).toBe('store.read-only')
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before)
  expect(readdirSync(dirname(file))).toContain('tidemark.db')
})

test.runIf(process.platform !== 'win32')('a new database in a folder that may only be read is a sentence', async () => {
  const folder = tempFolder()
  chmodSync(folder, 0o555)
  expect(await openedBySomebody(join(folder, 'tidemark.db'))).toBe('store.read-only')
  expect(readdirSync(folder)).toEqual([])
})
