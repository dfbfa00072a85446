import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startUpdateFeed, type FeedMood, type UpdateFeed } from '../../../../e2e/desktop/support/update-feed.ts'
import { createFakeLog, type FakeLog } from '../../../engine/test/fake-log.ts'
import { createFixedRandom } from '../../../engine/test/fake-random.ts'
import { createManualClock, type ManualClock } from '../../../engine/test/manual-clock.ts'
import type { UpdateRow } from '../../../shared/desktop-rows.ts'
import type { Result } from '../../../shared/result.ts'
import { inspect } from '../inspect.ts'
import { openUpdater } from '../open-updater.ts'
import { createUpdates, type Updates } from '../updates.ts'
import { putElectronModule, type ElectronModule } from './electron-module.ts'

const CURRENT = '0.1.0'
export const NOW = Date.UTC(2026, 10, 21, 12)

/** Updates with the real library over a feed on this computer. */
export interface Bench {
  readonly updates: Updates
  readonly feed: UpdateFeed
  readonly clock: ManualClock
  readonly log: FakeLog
  readonly electron: ElectronModule
  /** What runs and would be replaced. */
  readonly appImage: string
  /** Where the library keeps what it downloads. */
  readonly cache: string
  /** What was done at the hand-over, in order. */
  readonly done: readonly string[]
  row(): UpdateRow
  /** Resolves with the first row that passes, this one included. */
  until(passes: (row: UpdateRow) => boolean): Promise<UpdateRow>
  stop(): Promise<void>
}

/** @param source the feed an installer wrote into its file, or one chosen in its place */
export async function openBench(mood: FeedMood, source: 'chosen' | 'built-in' = 'chosen'): Promise<Bench> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'updates-')))
  const [appImage, cache] = [join(folder, 'Tidemark.AppImage'), join(folder, 'cache')]
  await writeFile(appImage, 'the old version', { mode: 0o755 })
  Object.assign(process.env, { APPIMAGE: appImage, XDG_CACHE_HOME: cache })
  const electron = putElectronModule({ folder, version: CURRENT, isPackaged: source === 'built-in' })
  const [feed, clock, log] = [await startUpdateFeed(mood), createManualClock(NOW), createFakeLog()]
  const [chosen, builtIn] = [source === 'chosen' ? feed.url : null, join(folder, 'app-update.yml')]
  if (chosen === null) await writeConfig(builtIn, feed.url)
  const done: string[] = []
  const app = { getPath: () => folder, name: 'Tidemark' }
  const updates = createUpdates({
    current: CURRENT,
    copy: 'self',
    problem: null,
    clock,
    random: createFixedRandom(0),
    log,
    openUpdater: () => openUpdater({ kind: 'appimage', feed: chosen, builtIn, app, log }),
    inspect: (downloaded) => inspect(downloaded, appImage),
    handOver: async (updater) => {
      done.push('stopped')
      // Resolves only when it failed.
      void updater.install().then((failed: Result<never>) => done.push(failed.ok ? '' : failed.failure.sentence.id))
      done.push('installed')
    },
  })
  const row = (): UpdateRow => updates.rows.get('update')!
  return {
    ...{ updates, feed, clock, log, electron, appImage, cache: join(cache, 'tidemark-updater'), done, row },
    until: (passes) => until(updates, row, passes),
    stop: async () => {
      updates.stop()
      await feed.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** As electron-builder writes it beside the packed app. */
async function writeConfig(file: string, url: string): Promise<void> {
  await writeFile(file, `provider: generic\nurl: ${url}\nupdaterCacheDirName: tidemark-updater\n`)
  Object.defineProperty(process, 'resourcesPath', { value: dirname(file), configurable: true })
}

function until(updates: Updates, row: () => UpdateRow, passes: (row: UpdateRow) => boolean): Promise<UpdateRow> {
  if (passes(row())) return Promise.resolve(row())
  return new Promise((resolve) => {
    const stop = updates.rows.onChange(() => {
      if (!passes(row())) return
      stop()
      resolve(row())
    })
  })
}
