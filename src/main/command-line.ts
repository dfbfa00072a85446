import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'

export interface CommandLine {
  /** With it only the simulator is shown; real accounts are not touched. */
  readonly demo: boolean
  /** Begins in the tray. */
  readonly hidden: boolean
  /** Null: the system's own place for programs' data. */
  readonly data: string | null
  /** Options that are not ours, e.g. Chromium's; ignored. */
  readonly unknown: readonly string[]
}

/**
 * Reads what the app was started with, the program itself left out. Systems and Chromium add words of their own, so
 * what is unknown is no mistake; a data folder that is not named is, because another would be opened in its place.
 */
export function readCommandLine(args: readonly string[]): Result<CommandLine> {
  const { values } = parseArgs({
    args: [...args],
    options: { demo: { type: 'boolean' }, hidden: { type: 'boolean' }, data: { type: 'string' } },
    strict: false,
  })
  const { demo, hidden, data, ...unknown } = values
  const folder = data === undefined ? null : readFolder(data)
  if (folder === '') return fail(missingFolder())
  return ok({ demo: demo !== undefined, hidden: hidden !== undefined, data: folder, unknown: Object.keys(unknown) })
}

/** Empty where the option stands alone or before another one. */
function readFolder(data: string | boolean): string {
  return typeof data !== 'string' || data.startsWith('-') ? '' : data
}

function missingFolder() {
  return { code: 'invalid', sentence: sentence('command.missing', { option: '--data', expected: 'DIR' }) } as const
}
