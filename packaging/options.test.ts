import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const LINUX = { platform: 'linux', architecture: 'x64' }
const MAC = { platform: 'darwin', architecture: 'arm64' }

const targetsOf = (args: readonly string[], machine = LINUX) => {
  const read = readOptions(args, machine)
  return read.ok ? read.value.targets.map(({ platform, architecture }) => `${platform} ${architecture}`) : read.problems
}

describe('what npm run package is asked for', () => {
  it('is this system with both processors when nothing is said', () => {
    expect(targetsOf([])).toEqual(['linux x64', 'linux arm64'])
    expect(targetsOf([], MAC)).toEqual(['darwin x64', 'darwin arm64'])
  })

  it('is this very machine for a folder', () => {
    expect(targetsOf(['--dir'], MAC)).toEqual(['darwin arm64'])
  })

  it('is each named system with each named processor', () => {
    expect(targetsOf(['--win', '--linux', '--arm64'])).toEqual(['win32 arm64', 'linux arm64'])
  })

  it('tells a folder from installers, and a runtime that is here from one to fetch', () => {
    expect(readOptions(['--dir', '--electron', 'dist'], LINUX)).toMatchObject({
      ok: true,
      value: { form: 'folder', electron: 'dist' },
    })
    expect(readOptions([], LINUX)).toMatchObject({ ok: true, value: { form: 'installers', electron: null } })
  })

  it('lets packages be unsigned unless a release is made', () => {
    expect(readOptions([], LINUX)).toMatchObject({ ok: true, value: { unsigned: 'allowed' } })
    expect(readOptions(['--signed'], LINUX)).toMatchObject({ ok: true, value: { unsigned: 'refused' } })
  })

  it('takes an update feed of one’s own, encrypted only', () => {
    expect(readOptions(['--feed', 'https://u.example.org/x'], LINUX)).toMatchObject({
      ok: true,
      value: { feed: 'https://u.example.org/x' },
    })
    expect(targetsOf(['--feed', 'http://u.example.org'])).toEqual([expect.stringContaining('begins with https://')])
    expect(targetsOf(['--feed', 'nonsense'])).toEqual([expect.stringContaining('begins with https://')])
  })

  it.each([['--sign'], ['--mac=yes'], ['everything'], ['--electron'], ['-x']])(
    'refuses %s in a sentence',
    (argument) => {
      const read = readOptions([argument], LINUX)
      expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(/^[A-Z].*Known is: npm run package/)])
    },
  )

  it('refuses macOS installers on another system, but not its folder', () => {
    expect(targetsOf(['--mac'])).toEqual([expect.stringContaining('only be made on macOS')])
    expect(targetsOf(['--mac', '--dir'])).toEqual(['darwin x64'])
  })

  it('refuses a system without Electron that names no target', () => {
    expect(targetsOf([], { platform: 'freebsd', architecture: 'x64' })).toEqual([
      expect.stringContaining('not packaged for freebsd'),
    ])
    expect(targetsOf(['--linux', '--x64'], { platform: 'freebsd', architecture: 'x64' })).toEqual(['linux x64'])
  })
})
