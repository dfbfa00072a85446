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
  /** A feed is built in, or chosen by the environment. */
  readonly feed: 'built-in' | 'chosen' | 'none'
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
  const { platform, isPackaged, feed, packageType } = installation
  if (feed === 'none' || (feed === 'built-in' && !isPackaged)) return FIXED
  if (platform === 'win32') return { kind: 'self', updater: 'nsis' }
  if (platform === 'darwin') return { kind: 'self', updater: 'mac' }
  if (packageType !== null) return { kind: 'package', updater: 'package' }
  return isAppImage(installation) ? { kind: 'self', updater: 'appimage' } : FIXED
}

/** A program started from another AppImage inherits its variables; ours runs inside the folder it names. */
function isAppImage({ isPackaged, executable, environment }: Installation): boolean {
  const { APPIMAGE, APPDIR } = environment
  if (APPIMAGE === undefined || !APPIMAGE.startsWith('/')) return false
  return !isPackaged || (APPDIR !== undefined && APPDIR !== '' && executable.startsWith(`${APPDIR}/`))
}
