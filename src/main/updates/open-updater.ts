import type { App } from 'electron'
import type { AppUpdater } from 'electron-updater'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../engine/ports/log.ts'
import type { UpdaterKind } from './copy.ts'
import type { Updater } from './updater.ts'
import { wrapUpdater } from './wrap-updater.ts'

export interface OpenUpdaterOptions {
  readonly kind: UpdaterKind
  /** In the place of the built-in feed; null for that one. */
  readonly feed: string | null
  /** What the installer wrote about the built-in feed. */
  readonly builtIn: string
  readonly app: Pick<App, 'getPath' | 'name'>
  readonly log: Log
}

/** The library is loaded when it is first needed: who never looks for updates never runs it. */
export async function openUpdater({ kind, feed, builtIn, app, log }: OpenUpdaterOptions): Promise<Updater> {
  const updater = await createUpdater(kind)
  if (feed !== null) {
    const chosen = { provider: 'generic', url: feed } as const
    updater.setFeedURL(chosen)
    updater.forceDevUpdateConfig = true
    // Where an installer wrote its own, that stays: it also says whose signature a file must have.
    if (!existsSync(builtIn)) updater.updateConfigPath = await writeConfig(app, chosen)
  }
  return wrapUpdater(updater, log, () => void updater.netSession.closeAllConnections())
}

async function createUpdater(kind: UpdaterKind): Promise<AppUpdater> {
  const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater')
  switch (kind) {
    case 'nsis':
      return new NsisUpdater()
    case 'mac':
      return new MacUpdater()
    case 'appimage':
      return new AppImageUpdater()
    case 'package':
      return new DebUpdater()
  }
}

/** The updater reads its cache's name from a file; JSON is YAML. */
async function writeConfig(app: Pick<App, 'getPath' | 'name'>, feed: object): Promise<string> {
  const folder = app.getPath('userData')
  const file = join(folder, 'update-feed.yml')
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify({ ...feed, updaterCacheDirName: `${app.name.toLowerCase()}-updater` }))
  return file
}
