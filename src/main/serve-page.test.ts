import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pageHeaders } from '../shared/page-policy.ts'

const { registered } = vi.hoisted(() => ({ registered: [] as unknown[] }))
vi.mock('electron', () => ({
  net: { fetch: async (address: string) => new Response(await readFile(fileURLToPath(address))) },
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => registered.push(...schemes) },
}))
const { registerPageScheme, servePage } = await import('./page-protocol.ts')

type Handle = (request: Request) => Promise<Response>
type Decide = (details: { url: string }, decide: (decision: { cancel: boolean }) => void) => void

const served = { folder: '', handle: null as unknown as Handle, decide: null as unknown as Decide, schemes: [''] }

beforeAll(async () => {
  served.folder = await realpath(await mkdtemp(join(tmpdir(), 'page-')))
  const [page, sibling] = [join(served.folder, 'page'), join(served.folder, 'page-secret')]
  await mkdir(join(page, 'assets'), { recursive: true })
  await mkdir(sibling)
  await writeFile(join(page, 'index.html'), 'the page')
  await writeFile(join(page, 'assets', 'a b.js'), 'a script')
  await writeFile(join(sibling, 'key'), 'a secret')
  await writeFile(join(served.folder, 'key'), 'a secret')
  await symlink(join(sibling, 'key'), join(page, 'link'))
  await symlink(sibling, join(page, 'folder'))
  served.schemes = []
  const protocol = {
    handle: (scheme: string, handle: Handle) => (served.schemes.push(scheme), (served.handle = handle)),
  }
  const webRequest = { onBeforeRequest: (decide: Decide) => (served.decide = decide) }
  servePage({ protocol, webRequest } as unknown as Session, page)
})
afterAll(() => rm(served.folder, { recursive: true }))

const ask = (address: string, init?: RequestInit): Promise<Response> => served.handle(new Request(address, init))

describe('the page', () => {
  it.each([
    ['app://main/', 'the page'],
    ['app://main/index.html', 'the page'],
    ['app://main/index.html?a=..%2fkey#b', 'the page'],
    ['app://main/assets/a%20b.js', 'a script'],
    ['app://main/../index.html', 'the page'],
  ])('is at %s, with every header', async (address, text) => {
    const found = await ask(address)
    expect([found.status, await found.text()]).toEqual([200, text])
    expect(Object.fromEntries(found.headers)).toMatchObject(pageHeaders("'none'"))
  })
})

describe('nothing is outside its folder', () => {
  it.each([
    'app://main/..%2fkey',
    'app://main/..%2Fpage-secret%2fkey',
    'app://main/assets/..%2f..%2fkey',
    'app://main/%2e%2e%2fkey',
    'app://main/%2e%2e/key',
    'app://main/..%5cpage-secret%5ckey',
    'app://main/..%252fkey',
    'app://main/%2fetc%2fpasswd',
    'app://main//etc/passwd',
    'app://main/link',
    'app://main/folder/key',
    'app://main/folder%2fkey',
    'app://main/index.html%00.js',
    'app://main/assets',
    'app://main/%',
    'app://main/.%2f..%2fpage-secret/key',
  ])('%s', async (address) => {
    const found = await ask(address)
    expect([found.status, await found.text()]).toEqual([404, ''])
  })
})

describe('nobody else is answered', () => {
  it.each(['app://other/index.html', 'app://main.evil.example/', 'app://main:1/', 'app://MAIN2/', 'app:///index.html'])(
    '%s',
    async (address) => {
      expect((await ask(address)).status).toBe(403)
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s', async (method) => {
    const found = await ask('app://main/index.html', { method })
    expect([found.status, await found.text()]).toEqual([403, ''])
  })
})

it('is a secure origin of its own, which may not go past the policy, run workers of others or be read by anybody', () => {
  registerPageScheme()
  expect(registered).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  expect(served.schemes).toEqual(['app'])
})

describe('every other request is cancelled', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:8000/',
    'ws://127.0.0.1:8000/link',
    'wss://example.com/',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'ftp://example.com/',
    'data:text/html,hello',
    'blob:https://example.com/1',
    'blob:null/1',
    'filesystem:app://main/temporary/a',
    'view-source:app://main/',
    'chrome://settings/',
    'about:blank',
    'app://other/',
    'app://main.evil.example/',
    'app://main@evil.example/',
    'app:main/',
    'https://app://main/',
    'x-app://main/',
    '',
  ])('%j', (url) => {
    const decisions: unknown[] = []
    served.decide({ url }, (decision) => decisions.push(decision))
    expect(decisions).toEqual([{ cancel: true }])
  })
})
