import type { Log } from '../../engine/ports/log.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Db } from './database.ts'
import { classify, reasonOf } from './sqlite-trouble.ts'
import { accountOf, withoutProofs, type Write } from './write.ts'

interface BatchPorts {
  readonly db: Db
  readonly log: Log
  readonly apply: (write: Write) => void
  /** Told which account lost a row that the database refuses. */
  readonly lost: (account: AccountId) => void
}

/**
 * Writes a batch in one transaction, and throws when the disk does not take it. A row that the database refuses for
 * what is in it must not hold up the others for ever: then the batch goes row by row and leaves it out.
 */
export function createBatch({ db, log, apply, lost }: BatchPorts): (writes: readonly Write[]) => void {
  const applyAll = db.transaction((writes: readonly Write[]) => writes.forEach(apply))
  const applyOne = db.transaction(apply)
  const applyAcceptable = db.transaction((writes: readonly Write[]) => {
    const refused = new Set(writes.flatMap((write) => (isAccepted(write) ? [] : [accountOf(write)])))
    const proofs = withoutProofs(writes, refused).filter(({ kind }) => kind === 'coverage')
    proofs.forEach(apply)
    refused.forEach(lost)
  })

  function isAccepted(write: Write): boolean {
    if (write.kind === 'coverage') return true
    try {
      applyOne(write)
      return true
    } catch (error) {
      if (classify(error) !== 'refused-row') throw error
      log.error('row refused by the database', { kind: write.kind, reason: reasonOf(error) })
      return false
    }
  }

  return (writes) => {
    try {
      applyAll.immediate(writes)
    } catch (error) {
      if (classify(error) !== 'refused-row') throw error
      applyAcceptable.immediate(writes)
    }
  }
}
