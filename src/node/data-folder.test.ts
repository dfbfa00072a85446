import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import { defaultFolder } from './default-folder.ts'
import { tempFolder } from './test/temp-folder.ts'

const holder = { program: 'headless', process: process.pid }
const CHILD = join(import.meta.dirname, 'test', 'folder-child.ts')

function opened(root: string, mode: 'live' | 'demo' = 'live'): DataFolder {
  const folder = openDataFolder(root, mode, holder)
  if (!folder.ok) throw new Error(folder.failure.sentence.id)
  onTestFinished(() => folder.value.release())
  return folder.value
}

function refusal(root: string) {
  const folder = openDataFolder(root, 'live', holder)
  if (folder.ok) throw new Error('It was opened')
  return folder.failure.sentence
}

test('live and demo have folders of their own, closed to everybody else', () => {
  const root = join(tempFolder(), 'a', 'b')
  const live = opened(root, 'live')
  const demo = opened(root, 'demo')
  expect([live.folder, demo.folder]).toEqual([join(root, 'live'), join(root, 'demo')])
  expect(live.database).toBe(join(root, 'live', 'tidemark.db'))
  for (const { folder } of [live, demo]) expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a folder that was open to others is closed', () => {
  const root = tempFolder()
  mkdirSync(join(root, 'live'), { mode: 0o755 })
  chmodSync(join(root, 'live'), 0o755)
  expect(statSync(opened(root).folder).mode & 0o777).toBe(0o700)
})

test('a second holder reads who has the folder, and gets it after a release', () => {
  const root = tempFolder()
  const first = opened(root)
  expect(refusal(root)).toEqual({
    id: 'folder.taken',
    values: { folder: join(root, 'live'), program: 'headless', process: String(process.pid) },
  })
  first.release()
  opened(root)
})

test('another process is named, and its kill leaves nothing behind', { timeout: 30_000 }, async () => {
  const root = tempFolder()
  const child = spawn(process.execPath, [CHILD, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(refusal(root).values).toMatchObject({ program: 'desktop', process: String(child.pid) })
  child.kill('SIGKILL')
  await once(child, 'exit')
  opened(root)
})

test('a folder that cannot be made or used is a sentence that names it', () => {
  const root = tempFolder()
  writeFileSync(join(root, 'file'), '')
  expect(refusal(join(root, 'file'))).toEqual({
    id: 'folder.unusable',
    values: { folder: join(root, 'file', 'live'), reason: 'ENOTDIR' },
  })
})

test('a damaged lock file is a sentence, not a crash', () => {
  const root = tempFolder()
  mkdirSync(join(root, 'live'))
  writeFileSync(join(root, 'live', 'lock'), 'rubbish '.repeat(1000))
  expect(refusal(root).id).toBe('folder.unusable')
})

test.each([
  ['linux', {}, '/home/u/.local/share/tidemark'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/tidemark'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/u/.local/share/tidemark'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/home/u/Library/Application Support/Tidemark'],
  ['win32', { APPDATA: 'C:\\Users\\u\\AppData\\Roaming' }, 'C:\\Users\\u\\AppData\\Roaming\\Tidemark'],
] as const)('on %s with %o the default is %s', (platform, environment, expected) => {
  expect(defaultFolder({ platform, home: '/home/u', environment })).toBe(expected)
})
