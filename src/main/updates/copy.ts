import { appImageOf } from '../app-image.ts'
import type { CopyKind } from './row.ts'

/** What the program can see of how it came onto this computer. */
export interface Installation {
  readonly platform: NodeJS.Platform
  /** Built by an installer, not run from its sources. */
  readonly isPackaged: boolean
  readonly executable: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What the package the installer made is: `deb`, `rpm`, `pacman`; null for all others. */
  readonly packageType: string | null
  /** Whether a feed is built in; on macOS and Windows only a signed build has one. */
  readonly builtIn: 'there' | 'missing'
  /** What the environment says of the feed; `refused` is an address that is not to be asked. */
  readonly chosen: 'another' | 'nothing' | 'refused'
}

/** Which of the library's updaters serves this copy; null for none. */
export type UpdaterKind = 'nsis' | 'mac' | 'appimage' | 'package'

export interface Copy {
  readonly kind: CopyKind
  readonly updater: UpdaterKind | null
}

const FIXED: Copy = { kind: 'fixed', updater: null }

/**
 * What can be updated how. A system package is told of newer versions and replaced by its owner, the administrator: a
 * file in the user's cache is not what to hand to a program that runs as root.
 */
export function readCopy(installation: Installation): Copy {
  const { platform, executable, environment, packageType } = installation
  if (!hasFeed(installation)) return FIXED
  if (platform === 'win32') return { kind: 'self', updater: 'nsis' }
  if (platform === 'darwin') return { kind: 'self', updater: 'mac' }
  if (packageType !== null) return { kind: 'package', updater: 'package' }
  return appImageOf(executable, environment) === null ? FIXED : { kind: 'self', updater: 'appimage' }
}

/** An unsigned build names no publisher whose signature an update must have, so no address makes it replaceable. */
function hasFeed({ platform, isPackaged, builtIn, chosen }: Installation): boolean {
  if (chosen === 'refused') return false
  if (!isPackaged) return chosen === 'another'
  return builtIn === 'there' || (chosen === 'another' && platform === 'linux')
}
