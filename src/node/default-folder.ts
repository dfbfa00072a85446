import { posix, win32 } from 'node:path'
import type { Environment } from './net/proxy-choice.ts'

/** What decides where a user's data lies by default. */
export interface Home {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Environment
}

/**
 * The folder each system keeps for programs' data: the XDG base directory on Linux (a relative XDG_DATA_HOME is
 * invalid by its specification and ignored), Application Support on macOS, roaming AppData on Windows.
 */
export function defaultFolder({ platform, home, environment }: Home): string {
  switch (platform) {
    case 'win32':
      return win32.join(environment.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), 'Tidemark')
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Tidemark')
    default:
      return posix.join(xdgDataHome(environment) ?? posix.join(home, '.local', 'share'), 'tidemark')
  }
}

function xdgDataHome({ XDG_DATA_HOME }: Environment): string | null {
  return XDG_DATA_HOME !== undefined && posix.isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : null
}
