import type { App } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Desktop } from '../../engine/ports/desktop.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { Random } from '../../engine/ports/random.ts'
import type { Result } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Choices } from '../choices/choices.ts'
import { appImageOf } from '../app-image.ts'
import type { Leaving } from '../leaving.ts'
import { readCopy, type Installation } from './copy.ts'
import { readFeedAddress } from './feed-address.ts'
import { handOver, NOT_INSTALLED } from './hand-over.ts'
import { inspect } from './inspect.ts'
import { openUpdater } from './open-updater.ts'
import { createUpdates, type Updates, type UpdatesOptions } from './updates.ts'

export interface UpdatesHost {
  readonly app: Pick<App, 'getPath' | 'name' | 'isPackaged' | 'releaseSingleInstanceLock' | 'relaunch' | 'exit'>
  /** Of the running program: its arguments, environment, executable and the folder of what was shipped beside it. */
  readonly process: Pick<NodeJS.Process, 'argv' | 'env' | 'execPath' | 'platform' | 'resourcesPath'>
  readonly version: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly choices: Pick<Choices, 'current' | 'onChange'>
  readonly leaving: Leaving
}

/** The part of the desktop port that is about updates. */
export type DesktopUpdates = Pick<Desktop, 'update' | 'checkForUpdate' | 'downloadUpdate' | 'installUpdate'>

/** Updates of this copy of the program, looked for as the user chose. */
export function openUpdates(host: UpdatesHost): DesktopUpdates {
  const updates = createUpdates(optionsOf(host))
  const follow = (): void => updates.follow(host.choices.current())
  follow()
  host.choices.onChange(follow)
  host.leaving.onStop(updates.stop)
  return portOf(updates)
}

function portOf({ rows, check, download, install }: Updates): DesktopUpdates {
  return { update: rows, checkForUpdate: check, downloadUpdate: download, installUpdate: install }
}

function optionsOf(host: UpdatesHost): UpdatesOptions {
  const { app, process, log } = host
  const address = readFeedAddress(process.env)
  const feed = address.ok ? address.value : null
  const builtIn = join(process.resourcesPath, 'app-update.yml')
  const copy = readCopy(installationOf(host, builtIn, address))
  const appImage = copy.updater === 'appimage' ? appImageOf(process.execPath, process.env) : null
  const args = process.argv.slice(1)
  return {
    current: host.version,
    copy: copy.kind,
    problem: firstProblem(address, args),
    clock: host.clock,
    random: host.random,
    log,
    openUpdater: () => openUpdater({ kind: copy.updater ?? 'package', feed, builtIn, app, log }),
    inspect: (downloaded) => inspect(downloaded, appImage),
    handOver: (updater) => handOver({ ...host, args, appImage }, updater),
  }
}

function installationOf({ app, process }: UpdatesHost, builtIn: string, address: Result<string | null>): Installation {
  const { platform, execPath: executable, env: environment, resourcesPath } = process
  return {
    platform,
    isPackaged: app.isPackaged,
    executable,
    environment,
    packageType: readText(join(resourcesPath, 'package-type')),
    builtIn: existsSync(builtIn) ? 'there' : 'missing',
    chosen: chosenBy(address),
  }
}

function chosenBy(address: Result<string | null>): Installation['chosen'] {
  if (!address.ok) return 'refused'
  return address.value === null ? 'nothing' : 'another'
}

function firstProblem(address: Result<string | null>, args: readonly string[]): Sentence | null {
  if (!address.ok) return address.failure.sentence
  return args.includes(NOT_INSTALLED) ? sentence('update.not-installed') : null
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
