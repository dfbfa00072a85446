import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TARGETS, type Target } from '../target.ts'
import { readBinaryHeader } from './binary-header.ts'
import { checkNative, checkNatives } from './check.ts'
import { nativeFiles } from './modules.ts'

const project = join(import.meta.dirname, '..', '..')
const installed = (path: string) => (existsSync(join(project, path)) ? readFileSync(join(project, path)) : null)
const LINUX: Target = { platform: 'linux', architecture: 'x64' }

describe('the compiled modules as installed', () => {
  it('are there for every system and processor, made for it', () => {
    expect(TARGETS).toHaveLength(6)
    expect(checkNatives(TARGETS, installed)).toEqual([])
  })

  it.each(TARGETS)('say in their own headers that they are for $platform $architecture', (target) => {
    for (const path of nativeFiles(target)) expect(readBinaryHeader(installed(path)!)).toEqual(target)
  })
})

describe('the check of compiled modules', () => {
  it('names a file that is missing', () => {
    expect(checkNatives([LINUX], () => null)).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node is missing, which Tidemark needs on Linux x64.',
      'node_modules/keytar/prebuilds/linux-x64/keytar.node is missing, which Tidemark needs on Linux x64.',
    ])
  })

  it('finds a file made for another system or processor under the right name', () => {
    for (const target of TARGETS) {
      const other = TARGETS.find((one) => one.platform !== target.platform)!
      const bytes = installed(nativeFiles(other)[0]!)
      expect(checkNative('a.node', target, bytes)).toEqual([expect.stringContaining('a.node is made for')])
    }
    const arm = installed('node_modules/keytar/prebuilds/linux-arm64/keytar.node')
    expect(checkNative('a.node', LINUX, arm)).toEqual(['a.node is made for Linux arm64, not for Linux x64.'])
  })

  it('finds one made for musl, and one that keytar ships under a wrong name', () => {
    const musl = installed('node_modules/keytar/prebuilds/linuxmusl-x64/keytar.node')
    expect(checkNative('a.node', LINUX, musl)).toEqual([expect.stringContaining('musl')])
    const wrong = installed('node_modules/keytar/prebuilds/linuxmusl-arm64/keytar.node')
    expect(checkNative('a.node', { ...LINUX, architecture: 'arm64' }, wrong)).toEqual([
      'a.node is made for Linux x64, not for Linux arm64.',
    ])
  })

  it('finds a processor that is not released for', () => {
    const bytes = installed('node_modules/keytar/prebuilds/win32-ia32/keytar.node')
    expect(checkNative('a.node', LINUX, bytes)).toEqual([expect.stringContaining('no program code')])
  })

  it('takes any bytes without failing', () => {
    const starts = fc.constantFrom([0x7f, 0x45, 0x4c, 0x46], [0xcf, 0xfa, 0xed, 0xfe], [0x4d, 0x5a], [])
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const header = readBinaryHeader(Uint8Array.from([...start, ...rest]))
        expect(header === null || TARGETS.some((one) => one.platform === header.platform)).toBe(true)
      }),
    )
  })
})
