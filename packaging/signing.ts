import { bad, good, type Checked } from './checked.ts'
import type { Unsigned } from './options.ts'
import { nameOf, type Platform, type Target } from './target.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export type Signing =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'signed'; /** Names of the variables used. */ readonly by: readonly string[] }

const UNSIGNED: Signing = { kind: 'unsigned' }

/** macOS wants a certificate to sign with and a key to have the app notarised: one without the other will not open. */
const CERTIFICATE_MAC = ['CSC_LINK', 'CSC_KEY_PASSWORD']
const NOTARISATION = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']
const CERTIFICATE_WINDOWS = ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']

const NEEDED: Readonly<Record<Platform, readonly string[]>> = {
  darwin: [...CERTIFICATE_MAC, ...NOTARISATION],
  win32: CERTIFICATE_WINDOWS,
  // An AppImage, deb or rpm carries no signature that the updater would check.
  linux: [],
}

/** Other ways to notarise, which electron-builder would take before ours and complain of only after signing. */
const FOREIGN: Readonly<Record<Platform, readonly string[]>> = {
  darwin: ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_KEYCHAIN_PROFILE'],
  win32: [],
  linux: [],
}

/** Every variable that signing reads. */
export const SIGNING_VARIABLES: readonly string[] = Object.values(NEEDED).flat()

/**
 * Whether packages for this system are signed: all its variables are set, or none is. Anything between is refused, for
 * the package would look finished and be refused by the user's system. Empty counts as not set, as in a workflow
 * without that secret. Only names are told, never values.
 */
export function readSigning(environment: Environment, platform: Platform): Checked<Signing> {
  const needed = NEEDED[platform]
  const missing = needed.filter((name) => !isSet(environment[name]))
  if (missing.length === needed.length) return good(UNSIGNED)
  if (missing.length === 0) return alone(environment, platform)
  const there = needed.filter((name) => isSet(environment[name]))
  return bad(
    `Signing for ${nameOf(platform)} is half configured: ${list(there)} ${there.length === 1 ? 'is' : 'are'} set, ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} not. Set all of them, or none for an unsigned build.`,
  )
}

/** As `readSigning`, where nothing set is refused too: a release of unsigned packages could never be updated. */
function readDemanded(environment: Environment, platform: Platform): Checked<Signing> {
  const read = readSigning(environment, platform)
  const needed = NEEDED[platform]
  if (!read.ok || read.value.kind === 'signed' || needed.length === 0) return read
  return bad(`Signing for ${nameOf(platform)} is not configured, and --signed demands it: set ${list(needed)}.`)
}

function alone(environment: Environment, platform: Platform): Checked<Signing> {
  const foreign = FOREIGN[platform].filter((name) => isSet(environment[name]))
  if (foreign.length === 0) return good({ kind: 'signed', by: NEEDED[platform] })
  return bad(
    `Tidemark is notarised with an API key, and ${list(foreign)} would be taken instead. Unset ${foreign.length === 1 ? 'it' : 'them'} and run the same command again.`,
  )
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== ''
}

function list(names: readonly string[]): string {
  return names.join(', ')
}

export type Signings = Readonly<Record<Platform, Signing>>

/** For every system of these targets; a system that is not built counts as unsigned. */
export function readSignings(
  environment: Environment,
  targets: readonly Target[],
  unsigned: Unsigned = 'allowed',
): Checked<Signings> {
  const read = unsigned === 'refused' ? readDemanded : readSigning
  const of = (platform: Platform) =>
    targets.some((target) => target.platform === platform) ? read(environment, platform) : good(UNSIGNED)
  const [darwin, win32, linux] = [of('darwin'), of('win32'), of('linux')]
  if (darwin.ok && win32.ok && linux.ok) {
    return good({ darwin: darwin.value, win32: win32.value, linux: linux.value })
  }
  return bad(...[darwin, win32, linux].flatMap((one) => (one.ok ? [] : one.problems)))
}

/** How packages for this system are signed, for the one who builds them. */
export function describeSigning(platform: Platform, signing: Signing): string {
  if (signing.kind === 'signed') return `${nameOf(platform)}: signed, by ${list(signing.by)}.`
  if (platform === 'linux') return 'Linux: packages carry no signature; an update is checked by its checksum.'
  return `${nameOf(platform)}: not signed, so without an update feed.`
}
