import { extractAll } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchive, type Archive } from '../contents/archive.ts'
import { FUSES } from '../fuses/fuses.ts'
import { inspect } from '../inspect.ts'
import { nativeFiles } from '../natives/modules.ts'
import { pack } from '../pack.ts'
import type { PackedApp } from '../packed-app.ts'
import type { Target } from '../target.ts'
import { makeRuntime } from './fake-runtime.ts'
import { packagesOf, stageProject } from './staged-project.ts'

const UNSIGNED = { kind: 'unsigned' } as const
const signing = { darwin: UNSIGNED, win32: UNSIGNED, linux: UNSIGNED }
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache')

let folder: string
let project: string

beforeAll(async () => {
  folder = await mkdtemp(join(cache, 'packaging-'))
  project = join(folder, 'checkout')
  await stageProject(project)
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function packOne(target: Target): Promise<PackedApp> {
  const name = `${target.platform}-${target.architecture}`
  const electron = await makeRuntime(join(folder, name, 'runtime'), target)
  const choices = { signing, feed: null, electron, output: join(folder, name, 'release') }
  const { apps } = await pack({ project, options: { targets: [target], form: 'folder' }, choices })
  expect(apps.map((app) => app.target)).toEqual([target])
  return apps[0]!
}

/** On macOS an unsigned bundle is signed by nobody, which wants a real program to sign. */
const targets: readonly Target[] = [
  { platform: 'linux', architecture: 'x64' },
  { platform: 'win32', architecture: 'arm64' },
  ...(process.platform === 'darwin' ? [] : [{ platform: 'darwin', architecture: 'arm64' } as const]),
]

describe.each(targets)('the app packed for $platform $architecture', (target) => {
  let app: PackedApp
  let archive: Archive

  beforeAll(async () => {
    app = await packOne(target)
    archive = openArchive(join(app.resources, 'app.asar'))
  }, 120_000)

  it('holds of our own files exactly what is meant', () => {
    const ours = archive.files.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/'))
    expect(ours.filter((path) => !path.startsWith('resources/tray/')).sort()).toEqual([
      'LICENSE',
      'out/main/chunks/engine-Ab_1-x.js',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/assets/index-C2.css',
      'out/renderer/assets/index-C2.js',
      'out/renderer/assets/inter-wght.woff2',
      'out/renderer/icon.svg',
      'out/renderer/index.html',
      'package.json',
      'resources/icons/256x256.png',
    ])
    expect(ours.filter((path) => path.startsWith('resources/tray/'))).toHaveLength(16)
  })

  it('holds the packages it needs to run and no other', async () => {
    const shipped = new Set(
      archive.files.flatMap(({ path }) => /^node_modules\/((@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
    )
    const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
    const needed = (await packagesOf(Object.keys(dependencies))).map((path) => path.replace(/^.*node_modules\//, ''))
    expect([...shipped].sort()).toEqual(needed.filter((name) => name !== 'node-addon-api').sort())
  })

  it('has beside the archive its own compiled files and nothing else', () => {
    const beside = archive.files.filter(({ place }) => place === 'beside').map(({ path }) => path)
    expect(beside.sort()).toEqual([...nativeFiles(target)].sort())
  })

  it('passes the inspection that every release passes', async () => {
    expect(await inspect([app], { project, home: folder, secrets: ['never-to-be-shipped'] })).toEqual([])
  })

  it('has every fuse as meant, read back from the program', async () => {
    const { version, ...wire } = await getCurrentFuseWire(app.program)
    const read = Object.fromEntries(
      Object.entries(wire).map(([fuse, state]) => [fuse, String.fromCharCode(Number(state))]),
    )
    expect(version).toBe('1')
    expect(read).toEqual(Object.fromEntries(Object.entries(FUSES).map(([fuse, on]) => [fuse, on ? '1' : '0'])))
  })

  if (isThisMachine(target)) {
    it('holds all of its packages that running takes', async () => {
      const extracted = join(folder, 'extracted')
      extractAll(join(app.resources, 'app.asar'), extracted)
      const { dependencies } = JSON.parse(await readFile(join(extracted, 'package.json'), 'utf8'))
      // The updater asks Electron for things as soon as it is loaded, and there is none here.
      const loaded = Object.keys(dependencies).filter((name) => name !== 'electron-updater')
      const code = `${loaded.map((name, at) => `import * as p${at} from '${name}'`).join('\n')}
        import Database from 'better-sqlite3'
        import { createRequire } from 'node:module'
        createRequire(import.meta.url).resolve('electron-updater')
        process.stdout.write(String(new Database(':memory:').prepare('SELECT 42').pluck().get()))`
      const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: extracted })
      expect(String(ended.stderr)).toBe('')
      expect(String(ended.stdout)).toBe('42')
    })
  }

  it('ships no script, no tool and no other app in its manifest and resources', async () => {
    const manifest = JSON.parse(Buffer.from(archive.read('package.json')).toString())
    expect(manifest).toMatchObject({ name: 'tidemark', main: 'out/main/index.js', desktopName: 'tidemark.desktop' })
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(await readdir(app.resources)).not.toContain('default_app.asar')
  })

  it('carries an update feed only where an update can be checked', async () => {
    const there = (await readdir(app.resources)).includes('app-update.yml')
    expect(there).toBe(target.platform === 'linux')
  })

  it('records the checksum of the archive where this system looks for it', async () => {
    const sum = await integrityRecord(app)
    expect(sum === null).toBe(target.platform === 'linux')
    expect(sum ?? '').toMatch(target.platform === 'linux' ? /^$/ : /[0-9a-f]{64}/)
  })

  it('keeps the languages the app speaks', async () => {
    const names = await readdir(languagesFolder(app))
    expect(names.some((name) => name.startsWith('en'))).toBe(true)
    expect(names.some((name) => name.startsWith('de'))).toBe(false)
  })
})

function isThisMachine({ platform, architecture }: Target): boolean {
  return platform === process.platform && architecture === process.arch
}

function languagesFolder({ target, program, resources }: PackedApp): string {
  return target.platform === 'darwin' ? resources : join(program, '..', 'locales')
}

/** On macOS in Info.plist, on Windows in the program's resources; Electron knows no place on Linux. */
async function integrityRecord({ target, program }: PackedApp): Promise<string | null> {
  const file = target.platform === 'darwin' ? join(program, 'Contents', 'Info.plist') : program
  const text = (await readFile(file)).toString('latin1')
  return /ElectronAsarIntegrity[^]{0,400}|"alg":"SHA256","value":"[0-9a-f]+"/.exec(text)?.[0] ?? null
}

describe('a runtime with a fuse that nobody decided on', () => {
  it('is refused before anything is signed', async () => {
    const target = targets[0]!
    const electron = await makeRuntime(join(folder, 'newer', 'runtime'), target, '1011000111')
    const output = join(folder, 'newer', 'release')
    const options = { targets: [target], form: 'folder' } as const
    await expect(pack({ project, options, choices: { signing, feed: null, electron, output } })).rejects.toThrow(
      'strictlyRequireAllFuses',
    )
    await expect(stat(join(output, 'SHA256SUMS'))).rejects.toThrow('ENOENT')
  }, 120_000)
})
