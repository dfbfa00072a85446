import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import type { Configuration } from 'electron-builder'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publisher } from '../publisher.ts'
import type { Signing } from '../signing.ts'
import { builderConfig, type BuilderChoices } from './builder-config.ts'

const UNSIGNED: Signing = { kind: 'unsigned' }
const SIGNED: Signing = { kind: 'signed', by: ['CSC_LINK'] }
const ALL_UNSIGNED = { darwin: UNSIGNED, win32: UNSIGNED, linux: UNSIGNED }
const ALL_SIGNED = { darwin: SIGNED, win32: SIGNED, linux: UNSIGNED }
const hooks = { afterExtract: () => undefined, afterPack: () => undefined }

const configOf = (choices: Partial<BuilderChoices> = {}): Configuration =>
  builderConfig({ signing: ALL_UNSIGNED, feed: null, electron: null, output: 'release', ...choices }, hooks)

const validate = (config: Configuration) => validateConfiguration(config, new DebugLogger(false))

describe('the configuration of electron-builder', () => {
  it.each([
    ['unsigned', {}],
    ['signed', { signing: ALL_SIGNED }],
    ['with a feed of our own', { feed: 'https://updates.example.org/tidemark' }],
    ['with a runtime that is here', { electron: '/opt/electron' }],
  ])('fits its schema: %s', async (_, choices) => {
    await expect(validate(configOf(choices))).resolves.toBeUndefined()
  })

  it('would not pass with a word the schema does not know', async () => {
    const config = configOf()
    // A wrong word on purpose, which the type would not let through either.
    const wrong = { ...config, mac: { ...config.mac, hardenedRun: true } } as Configuration
    await expect(validate(wrong)).rejects.toThrow('configuration.mac should be one of these')
  })

  it('makes every form for every system', () => {
    const { mac, win, linux } = configOf()
    expect([mac?.target, win?.target, linux?.target]).toEqual([['dmg', 'zip'], ['nsis'], ['AppImage', 'deb', 'rpm']])
  })

  it('names each result by version, system and processor', () => {
    expect(configOf().artifactName).toBe('${productName}-${version}-${os}-${arch}.${ext}')
  })

  it('rebuilds nothing and lets no package be missing', () => {
    expect(configOf()).toMatchObject({ npmRebuild: false, allowMissingDependencies: false })
  })

  it('names icons and entitlements that are there', async () => {
    const { mac, win, nsis } = configOf({ signing: ALL_SIGNED })
    for (const path of [mac?.icon, mac?.entitlements, mac?.entitlementsInherit, win?.icon, nsis?.installerIcon]) {
      await expect(readFile(join(import.meta.dirname, '..', '..', path!))).resolves.not.toHaveLength(0)
    }
  })
})

describe('the oldest macOS', () => {
  const releases: Readonly<Record<string, string>> = { Ventura: '13.0', Sonoma: '14.0', Sequoia: '15.0', Tahoe: '26.0' }
  const read = (path: string) => readFile(join(import.meta.dirname, '..', '..', path), 'utf8')

  it('is the one Electron names, and is told to the user', async () => {
    const named = /macOS \((\w+) and up\)/.exec(await read('node_modules/electron/README.md'))?.[1] ?? ''
    const oldest = releases[named]
    expect(configOf().mac?.minimumSystemVersion).toBe(oldest)
    expect(await read('README.md')).toContain(`macOS ${Number.parseInt(oldest ?? '')} or newer`)
  })
})

describe('signing', () => {
  it('hardens, notarises and insists on macOS', () => {
    expect(configOf({ signing: ALL_SIGNED }).mac).toMatchObject({
      hardenedRuntime: true,
      notarize: true,
      forceCodeSigning: true,
    })
  })

  it('insists on Windows and takes updates only from the same publisher', () => {
    expect(configOf({ signing: ALL_SIGNED }).win).toMatchObject({
      forceCodeSigning: true,
      verifyUpdateCodeSignature: true,
    })
  })

  it('unsigned carries no update feed on macOS and Windows', () => {
    const { mac, win } = configOf()
    expect([mac?.publish, win?.publish]).toEqual([null, null])
    const signed = configOf({ signing: ALL_SIGNED })
    expect([signed.mac?.publish, signed.win?.publish]).toEqual([undefined, undefined])
  })

  it('asks macOS for just-in-time code and for nothing else', async () => {
    const plist = await readFile(join(import.meta.dirname, '..', '..', 'resources', 'entitlements.mac.plist'), 'utf8')
    expect([...plist.matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit'])
  })
})

describe('the update feed', () => {
  it('is the releases of the repository, or our own', () => {
    expect(configOf().publish).toEqual({ provider: 'github', owner: publisher.owner, repo: publisher.repository })
    expect(configOf({ feed: 'https://u.example.org' }).publish).toEqual({
      provider: 'generic',
      url: 'https://u.example.org',
    })
  })
})

describe('the installers', () => {
  it('on Windows need no administrator and leave the user’s data', () => {
    expect(configOf().nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
      allowToChangeInstallationDirectory: true,
    })
    expect(configOf().win).toMatchObject({ requestedExecutionLevel: 'asInvoker' })
  })

  it('on Linux ask for the keyring’s library and say where the tray comes from', () => {
    const { deb, rpm } = configOf()
    expect(deb?.depends).toEqual(expect.arrayContaining(['libsecret-1-0', 'libnotify4', 'libnss3']))
    expect(deb?.recommends?.join()).toContain('appindicator')
    expect(rpm?.depends?.join()).toContain('libsecret')
  })

  it('on Linux enter the menu in every language of the app', () => {
    const entry = configOf().linux?.desktop?.entry ?? {}
    for (const name of ['Comment', 'GenericName']) {
      expect(Object.keys(entry)).toEqual(expect.arrayContaining([`${name}[ru]`, `${name}[bg]`]))
    }
  })
})
