/**
 * What the two halves of the stand-in say to each other over the child's IPC channel (advanced serialization, so
 * buffers and undefined pass). The child runs the built main bundle with our module in Electron's place; the parent,
 * in the test's process, shows the windows in real Chromium.
 */

/** Child to parent. */
export type FromMain =
  | { readonly kind: 'window-open'; readonly window: number; readonly options: WindowOptions }
  | { readonly kind: 'window-load'; readonly window: number; readonly url: string }
  | { readonly kind: 'window-reload'; readonly window: number }
  | { readonly kind: 'window-size'; readonly window: number; readonly width: number; readonly height: number }
  | { readonly kind: 'window-zoom'; readonly window: number; readonly factor: number }
  /** Destroyed: its page is gone. */
  | { readonly kind: 'window-gone'; readonly window: number }
  | { readonly kind: 'send'; readonly window: number; readonly channel: string; readonly values: readonly unknown[] }
  | { readonly kind: 'answer'; readonly request: number; readonly value: unknown }
  /** Everything recorded, after any of it changed. */
  | { readonly kind: 'recorded'; readonly recorded: Recorded }
  /** Something Electron forbids was done; the test fails with it. */
  | { readonly kind: 'forbidden'; readonly what: string }

/** Parent to child. `request` is answered with `answer`. */
export type ToMain =
  | { readonly kind: 'fetch'; readonly request: number; readonly window: number; readonly fetch: PageFetch }
  | { readonly kind: 'message'; readonly window: number; readonly message: PageMessage }
  | { readonly kind: 'navigate'; readonly request: number; readonly window: number; readonly navigation: Navigation }
  | { readonly kind: 'permissions'; readonly request: number; readonly window: number }
  /** The page's document is another one now, and none of its scripts has run. */
  | { readonly kind: 'committed'; readonly window: number; readonly url: string }
  | { readonly kind: 'loaded'; readonly window: number }
  | { readonly kind: 'load-failed'; readonly window: number; readonly reason: string }
  | { readonly kind: 'renderer-gone'; readonly window: number; readonly reason: string }
  | { readonly kind: 'console'; readonly window: number; readonly level: string; readonly text: string }
  | { readonly kind: 'act'; readonly request: number; readonly act: Act }
  /** Where main's clocks shall stand. Answered by `e2e/desktop/driver/steered-main.ts`; the child half lets it pass. */
  | { readonly kind: 'steer'; readonly request: number; readonly ahead: Ahead }

/** By how much main's clocks lead the real one, in milliseconds. */
export interface Ahead {
  /** What passed faster than it does, for every clock and timer. */
  readonly hurried: number
  /** What the computer slept through: on the wall clock, not on the monotonic one. */
  readonly slept: number
  /** By how much somebody set the wall clock. */
  readonly stepped: number
}

/** What the page's side must know of a new window: where its preload is and how it is walled in. */
export interface WindowOptions {
  readonly width: number
  readonly height: number
  readonly preload: string | null
  readonly contextIsolation: boolean
  readonly sandbox: boolean
  readonly nodeIntegration: boolean
}

export interface PageFetch {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly resourceType: string
}

/** Answer to `fetch`. */
export type Fetched =
  | { readonly kind: 'cancelled' }
  /** The page was closed while it waited. */
  | { readonly kind: 'gone' }
  /** It went past main, to a network that the stand-in does not have. */
  | { readonly kind: 'let-out' }
  | {
      readonly kind: 'response'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }

export interface PageMessage {
  readonly channel: string
  readonly values: readonly unknown[]
  readonly frame: { readonly isMain: boolean; readonly url: string; readonly origin: string }
}

/** Answer: whether it may go ahead. */
export interface Navigation {
  readonly url: string
  readonly how: 'navigate' | 'frame' | 'redirect' | 'open' | 'in-page'
}

/** Answer to `permissions`: Electron's names of what the check handler grants this window's page. */
export type Granted = readonly string[]

/** What a user or the system does. Answered with null once handlers have run, or with what is named. */
export type Act =
  /** Closes the window by its button. */
  | { readonly do: 'close-window'; readonly window: number }
  | { readonly do: 'focus-window' | 'blur-window' | 'minimise-window'; readonly window: number }
  | { readonly do: 'move-window'; readonly window: number; readonly bounds: Bounds }
  | { readonly do: 'click-tray' }
  /** By the labels on the way, e.g. ['File', 'Quit']; refused where there is no such enabled item. */
  | { readonly do: 'click-tray-item' | 'click-menu-item'; readonly path: readonly string[] }
  | { readonly do: 'click-notification' | 'dismiss-notification' | 'time-out-notification'; readonly number: number }
  | { readonly do: 'second-launch'; readonly arguments: readonly string[] }
  | { readonly do: 'activate' }
  /** Answered with whether a listener held it up, as one may a shutdown. */
  | { readonly do: 'power'; readonly event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown' }
  | { readonly do: 'child-gone'; readonly type: string; readonly reason: string }
  | { readonly do: 'displays'; readonly displays: readonly Display[] }
  | { readonly do: 'online'; readonly online: boolean }
  /** The answer the next dialog gets. */
  | { readonly do: 'answer-dialog'; readonly button: number }
  /** Webpreferences of every web contents. Answered with them. */
  | { readonly do: 'read-preferences' }
  | { readonly do: 'quit' }

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Display {
  readonly id: number
  readonly workArea: Bounds
  readonly scaleFactor: number
}

export interface Recorded {
  readonly windows: readonly RecordedWindow[]
  /** Null before a tray icon is made and after it is destroyed. */
  readonly tray: RecordedTray | null
  readonly menu: readonly RecordedItem[] | null
  readonly notifications: readonly RecordedNotification[]
  readonly dialogs: readonly RecordedDialog[]
  /** Addresses handed to the user's browser. */
  readonly opened: readonly string[]
  readonly badge: number
  readonly loginItem: { readonly openAtLogin: boolean; readonly arguments: readonly string[] } | null
  readonly appUserModelId: string | null
  /** Arguments `app.relaunch` was given; null when it was not called. */
  readonly relaunched: readonly string[] | null
  /** Names of the handlers that are set: permission request, check and device. */
  readonly sessionHandlers: readonly string[]
}

export interface RecordedWindow {
  readonly window: number
  readonly title: string
  readonly bounds: Bounds
  readonly visible: boolean
  readonly focused: boolean
  readonly minimised: boolean
  readonly maximised: boolean
  readonly zoom: number
  readonly flashing: boolean
}

export interface RecordedTray {
  readonly image: string
  readonly toolTip: string
  readonly items: readonly RecordedItem[]
}

export interface RecordedItem {
  readonly label: string
  readonly type: string
  readonly role: string | null
  readonly enabled: boolean
  readonly checked: boolean
  readonly accelerator: string | null
  readonly items: readonly RecordedItem[]
}

export interface RecordedNotification {
  /** Counted from 1 in the order they were shown. */
  readonly number: number
  readonly title: string
  readonly body: string
  readonly silent: boolean
  readonly urgency: string
  /** One that timed out is off the screen and kept by the system. */
  readonly state: 'shown' | 'timed-out' | 'clicked' | 'closed'
}

export interface RecordedDialog {
  readonly kind: string
  readonly title: string
  readonly text: string
}
