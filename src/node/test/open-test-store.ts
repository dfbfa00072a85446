import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Store } from '../../engine/ports/store.ts'
import { createManualClock, type ManualClock } from '../../engine/test/manual-clock.ts'
import type { Failure } from '../../shared/result.ts'
import { openStore } from '../store/open-store.ts'
import { createMemoryLog, type LogLine } from './memory-log.ts'
import { START } from './rows.ts'
import { tempFolder } from './temp-folder.ts'

interface TestStore {
  readonly store: Store
  readonly file: string
  readonly clock: ManualClock
  readonly lines: readonly LogLine[]
  readonly problems: readonly (Failure | null)[]
}

/** A store on a real SQLite file, closed when the test has finished. */
export function openTestStore(file = join(tempFolder(), 'tidemark.db')): TestStore {
  const clock = createManualClock(START)
  const log = createMemoryLog()
  const problems: (Failure | null)[] = []
  const opened = openStore({ file, clock, log, problem: (failure) => void problems.push(failure) })
  if (!opened.ok) throw new Error(`No store: ${opened.failure.sentence.id}`)
  onTestFinished(() => opened.value.close())
  return { store: opened.value, file, clock, lines: log.lines, problems }
}
