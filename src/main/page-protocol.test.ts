import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ net: {}, protocol: {} }))
const { findInside, isAllowed } = await import('./page-protocol.ts')

const folder = { path: '' }
beforeEach(async () => {
  folder.path = await realpath(await mkdtemp(join(tmpdir(), 'page-')))
  await mkdir(join(folder.path, 'page'))
  await mkdir(join(folder.path, 'page-secret'))
  await writeFile(join(folder.path, 'page', 'index.html'), 'page')
  await writeFile(join(folder.path, 'page-secret', 'key'), 'secret')
  await symlink(join(folder.path, 'page-secret', 'key'), join(folder.path, 'page', 'link'))
})
afterEach(() => rm(folder.path, { recursive: true }))

it('finds files of the page', async () => {
  expect(await findInside(join(folder.path, 'page'), '/index.html')).toBe(join(folder.path, 'page', 'index.html'))
})

it.each(['/../page-secret/key', '/..%2fpage-secret%2fkey', '/link', '/', '/%', '/nothing', '/%00'])(
  'refuses %s',
  async (path) => {
    expect(await findInside(join(folder.path, 'page'), path)).toBeNull()
  },
)

it.each([
  ['app://main/index.html', true],
  ['blob:app://main/picture', true],
  ['app://other/index.html', false],
  ['https://example.com/', false],
  ['file:///etc/passwd', false],
  ['http://127.0.0.1/', false],
  ['https://evil.example/?app://main/', false],
])('%s is allowed: %s', (url, allowed) => {
  expect(isAllowed(url)).toBe(allowed)
})
