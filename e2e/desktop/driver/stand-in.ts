import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../support/program.ts'
import type { DesktopApp, Launch, Preferences } from '../desktop-app.ts'
import { createScreen, type Screen } from '../screen/screen.ts'
import type { Act, FromMain } from '../stand-in/protocol.ts'
import { startChild, type Child } from './child.ts'
import type { Driven, Surroundings } from './driver.ts'
import { createRecordings, type Recordings } from './recordings.ts'

const STEERING = join(ROOT, 'e2e', 'desktop', 'driver', 'steered-main.ts')

/** The built main under Node with our module in Electron's place, its windows in real Chromium. */
export async function driveStandIn(launch: Launch, surroundings: Surroundings): Promise<Driven> {
  const recordings = createRecordings()
  const environment = { ...launch.environment, TIDEMARK_STAND_IN_FOLDER: launch.folder }
  const child = startChild({ environment, args: launch.args, before: [STEERING], hear })
  const screen = createScreen({ ...surroundings, main: child })

  function hear(message: FromMain): void {
    if (message.kind === 'recorded') recordings.take(message.recorded)
    else if (message.kind === 'forbidden') surroundings.complain(`Electron forbids: ${message.what}`)
    else screen.hear(message)
  }

  return {
    app: createApp(child, screen, recordings),
    pid: child.pid,
    sent: screen.sent,
    steer: async (ahead) => void (await child.ask({ kind: 'steer', ahead })),
    close: async () => {
      child.kill('SIGKILL')
      await child.ended
      await screen.close()
    },
  }
}

function createApp(child: Child, screen: Screen, recordings: Recordings): DesktopApp {
  const act = async (done: Act): Promise<unknown> => child.ask({ kind: 'act', act: done })
  const onWindow = async (done: 'close-window' | 'focus-window' | 'blur-window' | 'minimise-window') =>
    void (await act({ do: done, window: newestOf(recordings) }))
  const quietly = async (done: Act): Promise<void> => void (await act(done))

  return {
    driver: 'stand-in',
    page: () => painted(screen, child),
    recorded: async () => recordings.last(),
    until: recordings.until,
    closeWindow: () => onWindow('close-window'),
    focusWindow: () => onWindow('focus-window'),
    blurWindow: () => onWindow('blur-window'),
    minimiseWindow: () => onWindow('minimise-window'),
    moveWindow: (bounds) => quietly({ do: 'move-window', window: newestOf(recordings), bounds }),
    clickTray: () => quietly({ do: 'click-tray' }),
    clickTrayItem: (...path) => quietly({ do: 'click-tray-item', path }),
    clickMenuItem: (...path) => quietly({ do: 'click-menu-item', path }),
    clickNotification: (number) => quietly({ do: 'click-notification', number }),
    secondLaunch: (...args) => quietly({ do: 'second-launch', arguments: args }),
    activate: () => quietly({ do: 'activate' }),
    power: (event) => quietly({ do: 'power', event }),
    online: (online) => quietly({ do: 'online', online }),
    displays: (displays) => quietly({ do: 'displays', displays }),
    answerDialog: (button) => quietly({ do: 'answer-dialog', button }),
    crashPage: async () => (await screen.newest()).crash(),
    crashChild: (type) => quietly({ do: 'child-gone', type, reason: 'crashed' }),
    // The protocol answers `read-preferences` with them.
    preferences: async () => (await act({ do: 'read-preferences' })) as readonly Preferences[],
    said: child.said,
    quit: async () => {
      // Main may end before it can answer that it will.
      act({ do: 'quit' }).catch(() => undefined)
      await child.ended
      await screen.close()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await child.ended
      await screen.close()
    },
    ended: child.ended,
  }
}

async function painted(screen: Screen, child: Child): Promise<Page> {
  const tooEarly = child.ended.then((code) => {
    throw new Error(`main ended with ${String(code)} before it showed a window:\n${child.said()}`)
  })
  const shown = await Promise.race([screen.newest(), tooEarly])
  const page = shown.page()
  await page.getByRole('main').first().waitFor()
  return page
}

function newestOf(recordings: Recordings): number {
  const newest = recordings.last().windows.at(-1)
  if (newest === undefined) throw new Error('There is no window.')
  return newest.window
}
