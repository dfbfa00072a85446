import type { Page } from '@playwright/test'
import type { DesktopApp, Preferences } from '../desktop-app.ts'
import type { Act, Recorded } from '../stand-in/protocol.ts'

/** What differs between the drivers. */
export interface Hands {
  readonly driver: DesktopApp['driver']
  act(act: Act): Promise<unknown>
  recorded(): Promise<Recorded>
  until: DesktopApp['until']
  page(): Promise<Page>
  crashPage(): Promise<void>
  said(): string
  kill(): Promise<void>
  readonly ended: Promise<number | null>
  /** Lets go of what showed its windows, once main has ended. */
  afterEnd(): Promise<void>
}

/** The app in the test's hands, over either driver. */
export function createApp(hands: Hands): DesktopApp {
  const { act } = hands
  const quietly = async (done: Act): Promise<void> => void (await act(done))

  async function askNewest(done: (window: number) => Act): Promise<unknown> {
    const newest = (await hands.recorded()).windows.at(-1)
    if (newest === undefined) throw new Error('There is no window.')
    return act(done(newest.window))
  }

  const onNewest = async (done: (window: number) => Act): Promise<void> => void (await askNewest(done))

  return {
    driver: hands.driver,
    page: hands.page,
    recorded: hands.recorded,
    until: hands.until,
    closeWindow: () => onNewest((window) => ({ do: 'close-window', window })),
    focusWindow: () => onNewest((window) => ({ do: 'focus-window', window })),
    blurWindow: () => onNewest((window) => ({ do: 'blur-window', window })),
    minimiseWindow: () => onNewest((window) => ({ do: 'minimise-window', window })),
    moveWindow: (bounds) => onNewest((window) => ({ do: 'move-window', window, bounds })),
    clickTray: () => quietly({ do: 'click-tray' }),
    clickTrayItem: (...path) => quietly({ do: 'click-tray-item', path }),
    clickMenuItem: (...path) => quietly({ do: 'click-menu-item', path }),
    clickNotification: (number) => quietly({ do: 'click-notification', number }),
    timeOutNotification: (number) => quietly({ do: 'time-out-notification', number }),
    secondLaunch: (...args) => quietly({ do: 'second-launch', arguments: args }),
    activate: () => quietly({ do: 'activate' }),
    power: (event) => quietly({ do: 'power', event }),
    online: (online) => quietly({ do: 'online', online }),
    displays: (displays) => quietly({ do: 'displays', displays }),
    answerDialog: (button) => quietly({ do: 'answer-dialog', button }),
    crashPage: hands.crashPage,
    crashChild: (type) => quietly({ do: 'child-gone', type, reason: 'crashed' }),
    // `read-preferences` is answered with them.
    preferences: async () => (await act({ do: 'read-preferences' })) as readonly Preferences[],
    said: hands.said,
    quit: async () => {
      // Main may end before it can answer that it will.
      act({ do: 'quit' }).catch(() => undefined)
      await hands.ended
      await hands.afterEnd()
    },
    kill: hands.kill,
    ended: hands.ended,
  }
}
