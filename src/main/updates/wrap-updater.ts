import type { AppUpdater, ProgressInfo, UpdateCheckResult } from 'electron-updater'
import type { Log } from '../../engine/ports/log.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { readChecksums, readRelease } from './release.ts'
import type { Downloaded, Updater } from './updater.ts'
import { createUpdaterLog } from './updater-log.ts'
import { explain } from './why.ts'

/** Sent to the feed in place of an id by which one installation could be told from another. */
const NOBODY = { 'x-user-staging-id': 'none' }

/** @param closeConnections ends what the updater's requests still wait for */
export function wrapUpdater(updater: AppUpdater, log: Log, closeConnections: () => void): Updater {
  const found = { last: null as UpdateCheckResult | null }
  configure(updater, log)

  async function check(): Promise<Result<UpdateCheckResult | null>> {
    const checked = await attempt(() => updater.checkForUpdates())
    if (!checked.ok) return checked
    found.last = checked.value !== null && isOffered(checked.value) ? checked.value : null
    return ok(found.last)
  }

  return {
    check: async () => {
      const checked = await check()
      return checked.ok ? ok(checked.value && readRelease(checked.value.updateInfo)) : checked
    },
    download: async (progress) => {
      const checked = found.last === null ? await check() : ok(found.last)
      if (!checked.ok) return checked
      return checked.value === null ? fail(failure('update.gone')) : download(updater, checked.value, progress)
    },
    install: () => install(updater),
    abandon: () => {
      found.last?.cancellationToken?.cancel()
      closeConnections()
    },
  }
}

/** A feed of plain files is not asked by the library whether it is a version still being tried out. */
function isOffered({ isUpdateAvailable, updateInfo }: UpdateCheckResult): boolean {
  return isUpdateAvailable && !/^[^+]*-/.test(updateInfo.version)
}

/** Nothing happens by itself, nothing older or unfinished is offered, and no installer fetches its own parts. */
function configure(updater: AppUpdater, log: Log): void {
  Object.assign(updater, {
    logger: createUpdaterLog(log),
    autoDownload: false,
    autoInstallOnAppQuit: false,
    autoRunAppAfterInstall: true,
    allowPrerelease: false,
    allowDowngrade: false,
    disableWebInstaller: true,
    requestHeaders: NOBODY,
  } satisfies Partial<AppUpdater>)
  // Left unanswered, a proxy that asks for a password would hold the request for ever.
  updater.signals.login((_, answer) => answer('', ''))
}

async function download(
  updater: AppUpdater,
  { updateInfo, cancellationToken }: UpdateCheckResult,
  progress: (percent: number) => void,
): Promise<Result<Downloaded>> {
  const sha512 = readChecksums(updateInfo.files)
  if (sha512.length === 0) return fail(failure('update.damaged'))
  const tell = ({ percent }: ProgressInfo): void => progress(percent)
  updater.on('download-progress', tell)
  const files = await attempt(() => updater.downloadUpdate(cancellationToken))
  updater.off('download-progress', tell)
  if (!files.ok) return files
  const path = files.value[0]
  return path === undefined ? fail(failure('update.failed')) : ok({ release: readRelease(updateInfo), path, sha512 })
}

/** The updater answers an installation by ending the program, and a failed one by an event. */
function install(updater: AppUpdater): Promise<Result<never>> {
  return new Promise((resolve) => {
    updater.once('error', (error) => resolve(fail({ code: 'unavailable', sentence: explain(error) })))
    updater.quitAndInstall()
  })
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    return fail({ code: 'unavailable', sentence: explain(error) })
  }
}

function failure(id: 'update.gone' | 'update.damaged' | 'update.failed') {
  return { code: 'unavailable', sentence: sentence(id) } as const
}
