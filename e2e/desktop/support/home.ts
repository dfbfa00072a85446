import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultFolder } from '../../../src/node/default-folder.ts'

/** A user's home directory made for one test; the app finds its way into it as into any other. */
export interface Home {
  readonly folder: string
  /** Where the app keeps its data by itself. */
  readonly data: string
  readonly environment: Readonly<Record<string, string>>
}

export function createHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-desktop-'))
  const environment = {
    HOME: folder,
    USERPROFILE: folder,
    APPDATA: join(folder, 'AppData', 'Roaming'),
    XDG_CONFIG_HOME: join(folder, '.config'),
    XDG_DATA_HOME: join(folder, '.local', 'share'),
  }
  return { folder, data: defaultFolder({ platform: process.platform, home: folder, environment }), environment }
}
