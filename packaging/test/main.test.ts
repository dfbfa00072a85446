import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchFailure } from '../fetching.ts'

const main = join(import.meta.dirname, '..', 'main.ts')

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status, stdout, stderr }
}

describe('npm run package', () => {
  it('refuses what it does not know, in one sentence, before anything is built', () => {
    const { status, stdout, stderr } = run(['--bogus'])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Unknown option '--bogus'\. Known is: npm run package .*\n$/)
  })

  it('refuses half a signature before anything is built, and repeats no value', () => {
    const { status, stdout, stderr } = run(['--win', '--dir'], { WIN_CSC_KEY_PASSWORD: 'correct horse' })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^Signing for Windows is half configured: WIN_CSC_KEY_PASSWORD is set, WIN_CSC_LINK is not\./,
    )
    expect(stderr).not.toContain('horse')
  })

  it('refuses a release that nobody signs before anything is built', () => {
    const { status, stderr } = run(['--win', '--dir', '--signed'])
    expect([status, stderr]).toEqual([
      1,
      'Signing for Windows is not configured, and --signed demands it: set WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD.\n',
    ])
  })

  it('says in a sentence that a runtime it was pointed to is not there', () => {
    const { status, stderr } = run(['--linux', '--x64', '--dir', '--electron', '/nowhere/electron'])
    expect(status).toBe(1)
    expect(stderr).toBe('--electron names /nowhere/electron, which is not there.\n')
  })
})

describe('a fetch that did not come through', () => {
  it.each([
    Object.assign(new Error('getaddrinfo ENOTFOUND github.com'), { code: 'ENOTFOUND' }),
    Object.assign(new Error('Response code 403 (Forbidden)'), { name: 'HTTPError' }),
    new Error('cannot download', { cause: new Error('connect ETIMEDOUT 140.82.121.4:443') }),
    new Error('Cannot download "https://github.com/x", status code 404'),
  ])('is told as such: %s', (error) => {
    expect(fetchFailure(error)).toMatch(/could not be fetched from GitHub, so nothing was packaged\./)
  })

  it.each([new Error('strictlyRequireAllFuses: Missing'), new Error('ENOENT: no such file'), 'text'])(
    'is not made of another failure: %s',
    (error) => {
      expect(fetchFailure(error)).toBeNull()
    },
  )
})
