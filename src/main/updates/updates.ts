import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { Random } from '../../engine/ports/random.ts'
import type { LiveSource } from '../../shared/client.ts'
import type { DesktopChoices, UpdateRow } from '../../shared/desktop-rows.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import { createAttempts } from './attempts.ts'
import { createBoard } from './board.ts'
import { createInstalling, type InstallingOptions } from './installing.ts'
import { createLooking } from './looking.ts'
import { firstModel, type CopyKind } from './row.ts'
import { scheduleChecks } from './schedule.ts'
import type { Updater } from './updater.ts'

export interface UpdatesOptions extends Pick<InstallingOptions, 'inspect' | 'handOver'> {
  /** The version that runs. */
  readonly current: string
  readonly copy: CopyKind
  /** What is wrong from the start: with the feed, or with the installation before. */
  readonly problem: Sentence | null
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Called when an update is first looked for, and again after an attempt that hung. */
  openUpdater(): Promise<Updater>
}

export interface Updates {
  /** One row, `update`. */
  readonly rows: LiveSource<UpdateRow>
  /** Each answers when the work has begun; how it goes is in the row. */
  check(): Promise<Result<null>>
  download(): Promise<Result<null>>
  install(): Promise<Result<null>>
  /** Nothing is looked for unasked before the first call. */
  follow(choices: Pick<DesktopChoices, 'checkForUpdates'>): void
  stop(): void
}

export function createUpdates(options: UpdatesOptions): Updates {
  const { clock, random, log, copy } = options
  const board = createBoard(firstModel(options.current, copy, options.problem), log)
  const attempts = createAttempts(clock, options.openUpdater)
  const looking = createLooking(board, attempts, clock)
  const installing = createInstalling({ ...options, board, attempts })
  const current = { unschedule: null as Stop | null }

  function stopLooking(): void {
    current.unschedule?.()
    current.unschedule = null
    looking.abandon()
  }

  return {
    rows: board.rows,
    check: () => {
      if (copy === 'fixed')
        return Promise.resolve(fail({ code: 'unavailable', sentence: sentence('update.unavailable') }))
      void looking.look()
      return Promise.resolve(ok(null))
    },
    download: () => Promise.resolve(installing.download()),
    install: installing.install,
    follow: ({ checkForUpdates }) => {
      if (!checkForUpdates) stopLooking()
      board.take({ kind: 'checks', checks: checkForUpdates ? 'on' : 'off' })
      if (checkForUpdates && copy !== 'fixed') current.unschedule ??= scheduleChecks(clock, random, looking.look)
    },
    stop: () => {
      stopLooking()
      attempts.abandon()
    },
  }
}
