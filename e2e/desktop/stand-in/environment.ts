import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * How the stand-in is told what the machine and the packed app are like; all are environment variables of the child.
 *
 * - `TIDEMARK_STAND_IN_FOLDER` (needed): folder under which every `app.getPath` lies.
 * - `TIDEMARK_STAND_IN_PACKAGED`: `1` makes `app.isPackaged` true and takes the script out of `process.argv`.
 * - `TIDEMARK_STAND_IN_VERSION`, `TIDEMARK_STAND_IN_NAME`: of the app; else those of the nearest package.json.
 * - `TIDEMARK_STAND_IN_APP`: `app.getAppPath()`; else the folder of the nearest package.json above the entry.
 * - `TIDEMARK_STAND_IN_RESOURCES`: `process.resourcesPath`, where electron-updater looks for `app-update.yml`.
 * - `TIDEMARK_STAND_IN_EXECUTABLE`: `app.getPath('exe')` and `process.execPath`; else Node's own.
 * - `TIDEMARK_STAND_IN_PLATFORM`: `process.platform`, e.g. `darwin`, to see the menus and the dock of another system.
 * - `TIDEMARK_STAND_IN_LOCALE`: `app.getLocale()` and the preferred languages, default `en-GB`.
 * - `TIDEMARK_STAND_IN_PROXY`: what `session.resolveProxy` answers, default `DIRECT`.
 * - `TIDEMARK_STAND_IN_NOTIFICATIONS`: `0` makes `Notification.isSupported()` false.
 * - `TIDEMARK_STAND_IN_DARK`: `1` makes `nativeTheme.shouldUseDarkColors` true.
 * - `TIDEMARK_STAND_IN_LOGIN`: `1` makes `getLoginItemSettings().wasOpenedAtLogin` true.
 */
export interface Environment {
  readonly folder: string
  readonly isPackaged: boolean
  readonly name: string
  readonly version: string
  readonly appPath: string
  readonly resources: string
  readonly executable: string
  readonly platform: NodeJS.Platform
  readonly locale: string
  readonly proxy: string
  readonly hasNotifications: boolean
  readonly isDark: boolean
  readonly openedAtLogin: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

/** Throws when the folder is not named. */
export function readEnvironment(variables: Variables, entry: string): Environment {
  const read = (name: string): string | undefined => variables[`TIDEMARK_STAND_IN_${name}`]
  const folder = read('FOLDER')
  if (folder === undefined) throw new Error('TIDEMARK_STAND_IN_FOLDER must name the folder the app keeps its data in.')
  const app = findPackage(read('APP') ?? dirname(entry))
  return {
    folder,
    isPackaged: read('PACKAGED') === '1',
    name: read('NAME') ?? app.name,
    version: read('VERSION') ?? app.version,
    appPath: read('APP') ?? app.folder,
    resources: read('RESOURCES') ?? join(app.folder, 'resources'),
    executable: read('EXECUTABLE') ?? process.execPath,
    // The variable names one of Node's platforms; a wrong one is the test's own mistake.
    platform: (read('PLATFORM') as NodeJS.Platform | undefined) ?? process.platform,
    locale: read('LOCALE') ?? 'en-GB',
    proxy: read('PROXY') ?? 'DIRECT',
    hasNotifications: read('NOTIFICATIONS') !== '0',
    isDark: read('DARK') === '1',
    openedAtLogin: read('LOGIN') === '1',
  }
}

interface FoundPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
}

function findPackage(folder: string): FoundPackage {
  const file = join(folder, 'package.json')
  if (existsSync(file)) return readPackage(folder, file)
  const above = dirname(folder)
  return above === folder ? { folder, name: 'Electron', version: '0.0.0' } : findPackage(above)
}

function readPackage(folder: string, file: string): FoundPackage {
  // A package.json is an object; the names below may be missing from it.
  const found = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; productName?: string; version?: string }
  return { folder, name: found.productName ?? found.name ?? 'Electron', version: found.version ?? '0.0.0' }
}
