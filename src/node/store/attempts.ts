import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { storeFailure } from './sqlite-trouble.ts'
import type { Timed } from './timed.ts'

interface AttemptsPorts {
  readonly file: string
  readonly timed: Timed
  /** Told once when writing begins to fail, and with null when it works again. */
  readonly problem: (failure: Failure | null) => void
}

/** Runs writing work, turns what SQLite throws into a failure, and tells when the state of the disk changes. */
export function createAttempts({ file, timed, problem }: AttemptsPorts) {
  const state = { troubled: false }

  function run(what: string, work: () => void): Result<null> {
    try {
      timed(what, work)
      return ok(null)
    } catch (error) {
      return fail(storeFailure(error, file))
    }
  }

  return (what: string, work: () => void): Result<null> => {
    const result = run(what, work)
    if (result.ok !== state.troubled) return result
    state.troubled = !result.ok
    problem(result.ok ? null : result.failure)
    return result
  }
}
