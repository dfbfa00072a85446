import type { Configuration } from 'electron-builder'
import type { Signing } from '../signing.ts'
import { packedFiles } from './files.ts'

type MacParts = Required<Pick<Configuration, 'mac' | 'dmg'>>

/** The oldest macOS that Electron still runs on; a test compares it with what Electron says. */
const MINIMUM = '13.0'

/** The macOS app: a dmg to install from and a zip to update from. */
export function macConfig(signing: Signing): MacParts {
  return {
    mac: {
      target: ['dmg', 'zip'],
      category: 'public.app-category.finance',
      icon: 'resources/icon.icns',
      files: packedFiles('darwin'),
      minimumSystemVersion: MINIMUM,
      darkModeSupport: true,
      ...(signing.kind === 'signed' ? signed : unsigned),
    },
    dmg: {
      title: 'Tidemark',
      // The app within is signed and notarised; a signed image gains nothing and breaks block maps.
      sign: false,
      contents: [
        { x: 150, y: 200, type: 'file' },
        { x: 390, y: 200, type: 'link', path: '/Applications' },
      ],
    },
  }
}

const signed = {
  type: 'distribution',
  hardenedRuntime: true,
  forceCodeSigning: true,
  entitlements: 'resources/entitlements.mac.plist',
  entitlementsInherit: 'resources/entitlements.mac.plist',
  // Read from APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.
  notarize: true,
} as const

/**
 * Apple's processors run nothing without a signature, so this one is signed by nobody, for use where it was built. It
 * carries no update feed: what nobody signed is not replaced by what nobody signed.
 */
const unsigned = { identity: '-', hardenedRuntime: false, notarize: false, publish: null } as const
