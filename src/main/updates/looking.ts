import type { Clock } from '../../engine/ports/clock.ts'
import type { Attempts } from './attempts.ts'
import type { Board } from './board.ts'
import { isBusy } from './row.ts'

const PATIENCE_MS = 20_000

/** Looks for a newer version, one look at a time. */
export interface Looking {
  /** Resolves when the look is over; never rejects. Nothing is looked for while a download goes on or is ready. */
  look(): Promise<'done' | 'failed'>
  /** Ends a look that goes on; it leaves nothing on the board. */
  abandon(): void
}

export function createLooking(board: Board, attempts: Attempts, clock: Clock): Looking {
  const current = { look: null as Promise<'done' | 'failed'> | null, number: 0 }

  async function run(number: number): Promise<'done' | 'failed'> {
    board.take({ kind: 'check-began' })
    const found = await attempts.run(PATIENCE_MS, (updater) => updater.check())
    if (number !== current.number) return 'failed'
    current.look = null
    const at = clock.now()
    if (!found.ok) board.take({ kind: 'check-failed', at, why: found.failure.sentence })
    else if (found.value === null) board.take({ kind: 'nothing-newer', at })
    else board.take({ kind: 'found', at, release: found.value })
    return found.ok ? 'done' : 'failed'
  }

  return {
    look: () => {
      if (isBusy(board.row().state)) return Promise.resolve('done')
      current.look ??= run(current.number)
      return current.look
    },
    abandon: () => {
      if (current.look === null) return
      current.look = null
      current.number += 1
      attempts.abandon()
    },
  }
}
