import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Granted, WindowOptions } from '../stand-in/protocol.ts'
import { shownAddress, trueAddress, trueOrigin } from './addresses.ts'
import { createNavigations } from './navigations.ts'
import { worn, type Look } from './look.ts'
import type { MainSide } from './main-side.ts'
import { grant } from './permissions.ts'
import type { FromPreload } from './preload-world.ts'
import { createRequests } from './requests.ts'
import { createValues } from './values.ts'
import { openWorlds, type Worlds } from './worlds.ts'

export interface ShownWindow {
  page(): Page
  load(url: string): Promise<void>
  reload(): Promise<void>
  deliver(channel: string, values: readonly unknown[]): void
  size(width: number, height: number): Promise<void>
  zoom(factor: number): Promise<void>
  crash(): Promise<void>
  close(): Promise<void>
}

export interface WindowSurroundings {
  readonly browser: Browser
  readonly main: MainSide
  /** How the pages look: language, colours, time zone. */
  readonly look: Look
  /** Told of each page before it loads anything. */
  prepare(page: Page): Promise<void>
  /** Told of what no page of ours may do: console errors, broken policies, uncaught throws. */
  complain(text: string): void
}

/** No request may leave by any way that routing does not see: whatever would, ends at a proxy that is not there. */
const NO_NETWORK = { server: 'http://127.0.0.1:9', bypass: '<-loopback>' }

/** One BrowserWindow as a page of real Chromium, in a context of its own. */
export async function openShownWindow(
  window: number,
  options: WindowOptions,
  surroundings: WindowSurroundings,
): Promise<ShownWindow> {
  const { browser, main, look, complain } = surroundings
  refuseUnwalled(options)
  const { width, height } = options
  const shape = { width, height, zoom: 1 }
  const context = await browser.newContext({
    ...worn(look),
    viewport: { width, height },
    serviceWorkers: 'block',
    proxy: NO_NETWORK,
  })
  await grant(context, (await main.ask({ kind: 'permissions', window })) as Granted)
  const navigations = createNavigations(window, main, complain)
  const current: { page: Page | null; worlds: Worlds | null; crashed: boolean; opening: boolean } = {
    page: null,
    worlds: null,
    crashed: false,
    opening: false,
  }
  const page = (): Page | null => current.page
  const { mayNavigate, open } = navigations
  await context.route('**/*', createRequests({ window, main, mayNavigate, open, page }))
  context.on('page', (opened) => {
    if (!current.opening && opened !== current.page) opened.close().catch(() => undefined)
  })

  async function openPage(): Promise<Page> {
    current.opening = true
    const opened = await context.newPage()
    Object.assign(current, { page: opened, crashed: false, opening: false })
    watch(opened)
    const session = await context.newCDPSession(opened)
    if (options.preload !== null) current.worlds = await openWorlds(session, options.preload, hear)
    navigations.follow(session)
    await surroundings.prepare(opened)
    return opened
  }

  function watch(opened: Page): void {
    opened.on('load', () => main.tell({ kind: 'loaded', window }))
    opened.on('crash', () => {
      current.crashed = true
      main.tell({ kind: 'renderer-gone', window, reason: 'crashed' })
    })
    opened.on('pageerror', (error) => {
      complain(error.stack ?? String(error))
      main.tell({ kind: 'console', window, level: 'error', text: `Uncaught ${String(error)}` })
    })
    opened.on('console', (message) => {
      const level = message.type()
      const text = trueAddress(message.text())
      if (level === 'error' || /content security policy/i.test(text)) complain(text)
      main.tell({ kind: 'console', window, level, text })
    })
  }

  function hear(said: FromPreload): void {
    if (said.kind === 'problem') return complain(`Unable to load preload script: ${said.text}`)
    if (said.kind === 'open') return open(said.url)
    const url = current.page?.mainFrame().url() ?? ''
    const frame = { isMain: true, url: trueAddress(url), origin: trueOrigin(url) }
    // The preload writes a list of values.
    const values = createValues().read(said.values) as readonly unknown[]
    main.tell({ kind: 'message', window, message: { channel: said.channel, values, frame } })
  }

  async function load(shown: string): Promise<void> {
    // A page that crashed can show nothing any more; its window goes on with another.
    if (current.crashed) await renew()
    navigations.expect(shown)
    await current.page
      ?.goto(shown)
      .catch((error: unknown) => main.tell({ kind: 'load-failed', window, reason: String(error) }))
  }

  async function renew(): Promise<void> {
    await current.page?.close()
    await openPage()
  }

  async function reload(): Promise<void> {
    const shown = current.page?.url() ?? ''
    if (current.crashed) return load(shown)
    navigations.expect(shown)
    await current.page?.reload()
  }

  const resize = () =>
    current.page?.setViewportSize({
      width: Math.round(shape.width / shape.zoom),
      height: Math.round(shape.height / shape.zoom),
    })

  await openPage()
  return {
    page: () => current.page!,
    load: (url) => load(shownAddress(url)),
    reload,
    deliver: (channel, values) => current.worlds?.deliver(channel, values),
    size: async (wide, high) => {
      Object.assign(shape, { width: wide, height: high })
      await resize()
    },
    zoom: async (factor) => {
      shape.zoom = factor
      await resize()
    },
    crash: () => crash(context, current.page!),
    close: () => context.close(),
  }
}

function refuseUnwalled({ contextIsolation, sandbox, nodeIntegration }: WindowOptions): void {
  if (!contextIsolation || !sandbox || nodeIntegration)
    throw new Error('The stand-in shows only windows that are isolated, sandboxed and without Node.')
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The renderer is gone before it could answer.
  session.send('Page.crash').catch(() => undefined)
  await crashed
}
