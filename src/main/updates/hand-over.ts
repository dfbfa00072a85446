import type { App, RelaunchOptions } from 'electron'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { Leaving } from '../leaving.ts'
import { createPatience } from './patience.ts'
import type { Updater } from './updater.ts'

/** Tells a program started again that the update before it was not installed. */
export const NOT_INSTALLED = '--update-not-installed'

/** Squirrel on macOS reads and checks the whole update before it ends the program. */
const PATIENCE_MS = 120_000

export interface HandOverParts {
  readonly app: Pick<App, 'releaseSingleInstanceLock' | 'relaunch' | 'exit'>
  readonly leaving: Pick<Leaving, 'begin' | 'stopAll'>
  /** Must still count after everything was stopped. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  /** What the program was started with, itself left out. */
  readonly args: readonly string[]
  /** The AppImage that runs; null for other kinds. */
  readonly appImage: string | null
}

/**
 * Ends this program for an update: everything is stored and let go of, the new version may start while this one still
 * quits, and if the system does not take the update, or says nothing about it, the program comes back as it was.
 */
export async function handOver(
  { app, leaving, clock, log, args, appImage }: HandOverParts,
  updater: Pick<Updater, 'install'>,
): Promise<void> {
  leaving.begin()
  await leaving.stopAll()
  app.releaseSingleInstanceLock()
  log.error('update not installed', { why: await whyNot(updater, clock) })
  app.relaunch(relaunchOptions(args, appImage))
  app.exit(0)
}

async function whyNot(updater: Pick<Updater, 'install'>, clock: Pick<Clock, 'after'>): Promise<string> {
  const patience = createPatience(clock, PATIENCE_MS)
  const answer = await Promise.race([updater.install(), patience.over])
  patience.end()
  return answer === 'over' || answer.ok ? 'no answer' : answer.failure.sentence.id
}

/** An AppImage's own program lies in a folder that goes when it ends. */
function relaunchOptions(args: readonly string[], appImage: string | null): RelaunchOptions {
  const again = { args: [...args.filter((each) => each !== NOT_INSTALLED), NOT_INSTALLED] }
  return appImage === null ? again : { ...again, execPath: appImage }
}
