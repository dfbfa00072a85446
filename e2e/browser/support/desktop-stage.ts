import type { Page } from '@playwright/test'
import type { DesktopApp } from '../../desktop/desktop-app.ts'
import { openDesk, type DeskSurroundings } from '../../desktop/support/desk.ts'
import type { Begin, OpenStage } from './stage.ts'
import { steady } from './steady.ts'

/** The desktop app as a process of its own, its window on the driver's screen. It is open from the start. */
export async function openDesktopStage(
  surroundings: Omit<DeskSurroundings, 'begin'>,
  begin: Begin,
): Promise<OpenStage> {
  const { desk, close } = await openDesk({ ...surroundings, begin: begin === 'accounts' ? 'accounts' : 'empty' })
  const current: { app: DesktopApp; page: Page } = await start().catch(giveUp)

  /** What did not start has no test that would close it. */
  async function giveUp(error: unknown): Promise<never> {
    await close()
    throw error
  }

  async function start(): Promise<{ app: DesktopApp; page: Page }> {
    const app = await desk.launch()
    return { app, page: await app.page() }
  }

  return {
    page: steady(() => current.page),
    stage: {
      world: desk.world,
      account: desk.account,
      address: () => {
        throw new Error('The desktop app has no address.')
      },
      open: async () => undefined,
      restart: async () => {
        await current.app.quit()
        Object.assign(current, await start())
      },
      lose: async () => {
        await current.app.kill()
        return async () => void Object.assign(current, await start())
      },
      pass: desk.pass,
      sleep: desk.sleep,
      step: desk.step,
    },
    close: async () => {
      const { complaints, leaks, processes } = await close()
      return { complaints: [...complaints, ...processes.map((pid) => `process ${pid} is left`)], leaks }
    },
  }
}
