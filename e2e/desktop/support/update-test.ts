import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DesktopApp } from '../desktop-app.ts'
import { findRuntime } from '../driver/runtime.ts'
import type { Desk } from './desk.ts'
import type { LaunchOptions } from './launching.ts'
import { test as base } from './test.ts'
import { startUpdateFeed, type UpdateFeed } from './update-feed.ts'
import { openUpdatesCard, type UpdatesCard } from './updates-card.ts'

/** The app as an AppImage whose updates are published by the test. */
export interface Updating {
  readonly feed: UpdateFeed
  /** The file that runs and would be replaced. */
  readonly appImage: string
  launch(options?: LaunchOptions): Promise<{ readonly app: DesktopApp; readonly card: UpdatesCard }>
  /** As `launch`, and the newer version is found by the first look of the day; the next one is far off. */
  find(options?: LaunchOptions): Promise<{ readonly app: DesktopApp; readonly card: UpdatesCard }>
}

/** Longer than the app waits before its first look of the day. */
export const FIRST_LOOK_MS = 16_000
export const OLD = 'the old version'

export const test = base.extend<{ readonly updating: Updating }>({
  updating: async ({ desk }, use) => {
    const feed = await startUpdateFeed()
    await use(createUpdating(desk, feed))
    await feed.stop()
  },
})

function createUpdating(desk: Desk, feed: UpdateFeed): Updating {
  const appImage = join(desk.folder, 'Tidemark.AppImage')
  writeFileSync(appImage, OLD, { mode: 0o755 })
  // The stand-in runs under this Node.
  const mounted = dirname(findRuntime() ?? process.execPath)
  const ours = { APPIMAGE: appImage, APPDIR: mounted, TIDEMARK_UPDATE_URL: feed.url }

  async function launch(options: LaunchOptions = {}) {
    const app = await desk.launch({ ...options, environment: { ...ours, ...options.environment } })
    return { app, card: await openUpdatesCard(await app.page()) }
  }

  async function find(options: LaunchOptions = {}) {
    const opened = await launch(options)
    await desk.pass(FIRST_LOOK_MS)
    await opened.card.button('Download').waitFor()
    return opened
  }

  return { feed, appImage, launch, find }
}
