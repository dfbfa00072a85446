import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const project = join(import.meta.dirname, '..')

/** The oldest line of Electron that still gets security fixes; three are kept, each eight weeks the newest. */
const OLDEST_ELECTRON = 45

const versions = z.record(z.string(), z.string())
const manifestShape = z.looseObject({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  allowScripts: z.record(z.string(), z.boolean()),
})
const lockShape = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})

let manifest: z.infer<typeof manifestShape>
let installed: readonly (readonly [path: string, z.infer<typeof lockShape>['packages'][string]])[]

beforeAll(async () => {
  manifest = manifestShape.parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')))
  const lock = lockShape.parse(JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')))
  installed = Object.entries(lock.packages).filter(([path]) => path !== '')
})

describe('the packages', () => {
  it('are each pinned to one version', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('are each locked with a checksum, from the registry and nowhere else', () => {
    expect(installed.length).toBeGreaterThan(500)
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
    expect(installed.filter(([, { link }]) => link === true)).toEqual([])
    expect(installed.filter(([, { resolved }]) => /^(git|file|github)/.test(resolved ?? ''))).toEqual([])
  })

  it('run no script at install: what has one is named, and refused', () => {
    const scripted = installed.flatMap(([path, entry]) =>
      entry.hasInstallScript === true ? [entry.name ?? path.replace(/^.*node_modules\//, '')] : [],
    )
    expect(Object.keys(manifest.allowScripts)).toEqual(expect.arrayContaining(scripted))
    expect(Object.values(manifest.allowScripts)).not.toContain(true)
  })

  it('run no script at install for having sources to compile either', () => {
    const compiled = installed.flatMap(([path, entry]) =>
      existsSync(join(project, path, 'binding.gyp')) ? [entry.name ?? path.replace(/^.*node_modules\//, '')] : [],
    )
    expect(compiled).toEqual(expect.arrayContaining(['better-sqlite3', '@github/keytar']))
    expect(compiled.filter((name) => !(name in manifest.allowScripts))).toEqual([])
  })

  it('that are shipped are few', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(12)
  })
})

describe('Electron', () => {
  it('is of a line that still gets security fixes', () => {
    expect(Number(manifest.devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(OLDEST_ELECTRON)
  })

  it('is installed in the version that is asked for', () => {
    const locked = installed.find(([path]) => path === 'node_modules/electron')
    expect(locked?.[1].version).toBe(manifest.devDependencies['electron'])
  })
})
