import type { Page } from '@playwright/test'
import type { Bounds, Display, Recorded } from './stand-in/protocol.ts'

/** Webpreferences of one web contents as main reports them. */
export interface Preferences {
  readonly contextIsolation: boolean
  readonly sandbox: boolean
  readonly nodeIntegration: boolean
  readonly webSecurity: boolean
  readonly webviewTag: boolean
  readonly devTools: boolean
}

/**
 * The desktop app in the test's hands, whichever driver runs it: the real Electron, or the stand-in. What the system
 * shows outside the page (tray, menu, notices, dialogs) is read as data.
 */
export interface DesktopApp {
  readonly driver: 'electron' | 'stand-in'
  /** The page of the newest window; waits for one, and for its first paint. */
  page(): Promise<Page>
  recorded(): Promise<Recorded>
  /** Resolves with the first recording that passes; rejects after a time limit with the last one. */
  until(what: string, passes: (recorded: Recorded) => boolean): Promise<Recorded>
  closeWindow(): Promise<void>
  focusWindow(): Promise<void>
  blurWindow(): Promise<void>
  minimiseWindow(): Promise<void>
  moveWindow(bounds: Bounds): Promise<void>
  clickTray(): Promise<void>
  clickTrayItem(...path: readonly string[]): Promise<void>
  clickMenuItem(...path: readonly string[]): Promise<void>
  clickNotification(number: number): Promise<void>
  /** As Windows does: it leaves the screen and waits in the Action Center. */
  timeOutNotification(number: number): Promise<void>
  secondLaunch(...args: readonly string[]): Promise<void>
  activate(): Promise<void>
  power(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'): Promise<void>
  online(online: boolean): Promise<void>
  displays(displays: readonly Display[]): Promise<void>
  answerDialog(button: number): Promise<void>
  crashPage(): Promise<void>
  crashChild(type: string): Promise<void>
  preferences(): Promise<readonly Preferences[]>
  /** Everything main wrote to its outputs so far. */
  said(): string
  quit(): Promise<void>
  kill(): Promise<void>
  /** Resolves with the exit code when main has ended. */
  readonly ended: Promise<number | null>
}

export interface Launch {
  readonly environment: Readonly<Record<string, string>>
  readonly args: readonly string[]
  /** Where the app keeps what is its own: data folder and Chromium's profile. */
  readonly folder: string
}
