import type { DesktopChoices } from '../../shared/desktop-rows.ts'

/** What the system is to start when the user logs in. */
export interface LoginEntry {
  readonly program: string
  readonly args: readonly string[]
}

export interface Program {
  readonly execPath: string
  /** The AppImage this was started from; its mounted copy is another path every time. Null for other kinds. */
  readonly appImage: string | null
  /** Where the app's code lies, for Electron started from source; null in a packaged app. */
  readonly source: string | null
  /** As given on this command line. */
  readonly data: string | null
}

type LoginChoices = Pick<DesktopChoices, 'startAtLogin' | 'startHidden'>

/** Null where nothing is to be started. */
export function loginEntry({ startAtLogin, startHidden }: LoginChoices, program: Program): LoginEntry | null {
  if (!startAtLogin) return null
  const { execPath, appImage, source, data } = program
  return {
    program: appImage ?? execPath,
    args: [
      ...(source === null ? [] : [source]),
      ...(startHidden ? ['--hidden'] : []),
      ...(data === null ? [] : ['--data', data]),
    ],
  }
}
