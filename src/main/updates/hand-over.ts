import type { App, RelaunchOptions } from 'electron'
import type { Log } from '../../engine/ports/log.ts'
import type { Leaving } from '../leaving.ts'
import type { Updater } from './updater.ts'

/** Tells a program started again that the update before it was not installed. */
export const NOT_INSTALLED = '--update-not-installed'

export interface HandOverParts {
  readonly app: Pick<App, 'releaseSingleInstanceLock' | 'relaunch' | 'exit'>
  readonly leaving: Pick<Leaving, 'begin' | 'stopAll'>
  readonly log: Log
  /** What the program was started with, itself left out. */
  readonly args: readonly string[]
  /** The AppImage that runs; null for other kinds. */
  readonly appImage: string | null
}

/**
 * Ends this program for an update: everything is stored and let go of, the new version may start while this one still
 * quits, and if the system does not take the update the program comes back as it was.
 */
export async function handOver(
  { app, leaving, log, args, appImage }: HandOverParts,
  updater: Pick<Updater, 'install'>,
): Promise<void> {
  leaving.begin()
  await leaving.stopAll()
  app.releaseSingleInstanceLock()
  const failed = await updater.install()
  if (!failed.ok) log.error('update not installed', { why: failed.failure.sentence.id })
  app.relaunch(relaunchOptions(args, appImage))
  app.exit(0)
}

/** An AppImage's own program lies in a folder that goes when it ends. */
function relaunchOptions(args: readonly string[], appImage: string | null): RelaunchOptions {
  const again = { args: [...args.filter((each) => each !== NOT_INSTALLED), NOT_INSTALLED] }
  return appImage === null ? again : { ...again, execPath: appImage }
}
