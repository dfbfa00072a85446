import type { App, CommandLine } from 'electron'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'

interface Started extends Pick<App, 'isPackaged'> {
  readonly commandLine: Pick<CommandLine, 'hasSwitch'>
}

/**
 * Refuses an installed app that was started outside Chromium's sandbox, which is what an AppImage does by itself where
 * the system lets it have none.
 */
export function requireSandbox({ isPackaged, commandLine }: Started): Result<null> {
  if (!isPackaged || !commandLine.hasSwitch('no-sandbox')) return ok(null)
  return fail({ code: 'denied', sentence: sentence('desktop.no-sandbox') })
}
