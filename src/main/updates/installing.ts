import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Attempts } from './attempts.ts'
import type { Board } from './board.ts'
import { isBusy } from './row.ts'
import type { Downloaded, Updater } from './updater.ts'

/** Between two signs of progress. */
const PATIENCE_MS = 120_000

export interface InstallingOptions {
  readonly board: Board
  readonly attempts: Attempts
  /** Why a downloaded file must not be installed, or null. */
  inspect(downloaded: Downloaded): Promise<Sentence | null>
  /** Stops everything and then ends the program by `install`. */
  handOver(updater: Pick<Updater, 'install'>): Promise<void>
}

/** Fetches and installs what was found, each only when the user says so. */
export interface Installing {
  download(): Result<null>
  install(): Promise<Result<null>>
}

export function createInstalling({ board, attempts, inspect, handOver }: InstallingOptions): Installing {
  const current = { ready: null as Ready | null, leaving: false }

  async function run(): Promise<void> {
    board.take({ kind: 'download-began' })
    const downloaded = await attempts.run(PATIENCE_MS, (updater, happened) => downloadWith(board, updater, happened))
    if (!downloaded.ok) return board.take({ kind: 'download-failed', why: downloaded.failure.sentence })
    current.ready = downloaded.value
    board.take({ kind: 'downloaded', release: downloaded.value.downloaded.release })
  }

  /** Neither the file is to be trusted nor what the updater remembers of it. */
  function giveUp(why: Sentence): void {
    attempts.abandon()
    current.ready = null
    current.leaving = false
    board.take({ kind: 'install-failed', why })
  }

  return {
    download: () => {
      const { state } = board.row()
      if (state === 'found') void run()
      return state === 'found' || isBusy(state) ? ok(null) : refuse('update.nothing-found')
    },
    install: async () => {
      const { ready } = current
      if (current.leaving) return ok(null)
      if (ready === null) return refuse('update.nothing-ready')
      current.leaving = true
      const why = await inspect(ready.downloaded)
      if (why === null) void handOver(ready.updater)
      else giveUp(why)
      return ok(null)
    },
  }
}

interface Ready {
  readonly downloaded: Downloaded
  readonly updater: Updater
}

async function downloadWith(board: Board, updater: Updater, happened: () => void): Promise<Result<Ready>> {
  const downloaded = await updater.download((percent) => {
    happened()
    board.take({ kind: 'progress', percent })
  })
  return downloaded.ok ? ok({ downloaded: downloaded.value, updater }) : downloaded
}

function refuse(id: 'update.nothing-found' | 'update.nothing-ready'): Result<null> {
  return fail({ code: 'invalid', sentence: sentence(id) })
}
