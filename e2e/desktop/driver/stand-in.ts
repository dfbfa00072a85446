import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../support/program.ts'
import type { Launch } from '../desktop-app.ts'
import { createScreen, type Screen } from '../screen/screen.ts'
import type { FromMain } from '../stand-in/protocol.ts'
import { startChild, type Child } from './child.ts'
import { createApp } from './create-app.ts'
import type { Driven, Surroundings } from './driver.ts'
import { createRecordings } from './recordings.ts'

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

  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await child.ended
    await screen.close()
  }

  return {
    pid: child.pid,
    sent: screen.sent,
    steer: async (ahead) => void (await child.ask({ kind: 'steer', ahead })),
    close: kill,
    app: createApp({
      driver: 'stand-in',
      act: (act) => child.ask({ kind: 'act', act }),
      recorded: async () => recordings.last(),
      until: recordings.until,
      page: () => painted(screen, child),
      crashPage: async () => (await screen.newest()).crash(),
      said: child.said,
      kill,
      ended: child.ended,
      afterEnd: screen.close,
    }),
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
