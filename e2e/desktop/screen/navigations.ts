import type { CDPSession, Request } from '@playwright/test'
import type { Navigation } from '../stand-in/protocol.ts'
import { trueAddress } from './addresses.ts'
import type { MainSide } from './main-side.ts'

export interface Navigations {
  /** Main itself loads this address, so it is not asked. */
  expect(shown: string): void
  mayNavigate(request: Request): Promise<boolean>
  /** Follows where a page goes without a request. */
  follow(session: CDPSession): void
  /** The page asked for a window, by `window.open` or a link. */
  open(url: string): void
}

/**
 * Asks main of every place a page wants to go. Chromium follows some without a request (`blob:`, `about:blank`), so
 * nothing can keep the page there; one that lands where nobody allowed is reported, and its test fails.
 */
export function createNavigations(window: number, main: MainSide, complain: (text: string) => void): Navigations {
  const places = { expected: null as string | null, allowed: new Set<string>() }

  async function ask(url: string, how: Navigation['how']): Promise<boolean> {
    const navigation = { url: trueAddress(url), how }
    return (await main.ask({ kind: 'navigate', window, navigation })) === true
  }

  function askInVain(url: string, how: Navigation['how']): void {
    // Main that ends instead of answering allows nothing.
    ask(url, how).catch(() => undefined)
  }

  async function mayNavigate(request: Request): Promise<boolean> {
    const url = request.url()
    const isMain = request.frame().parentFrame() === null
    const isExpected = isMain && places.expected !== null && bare(url) === bare(places.expected)
    const redirected = request.redirectedFrom() !== null
    if (isExpected) places.expected = null
    const may = isExpected || (await ask(url, redirected ? 'redirect' : isMain ? 'navigate' : 'frame'))
    if (may && isMain) places.allowed.add(bare(url))
    return may
  }

  function follow(session: CDPSession): void {
    session.on('Page.frameRequestedNavigation', ({ url }) => {
      if (!/^(https?|about|javascript):/.test(url)) askInVain(url, 'navigate')
    })
    session.on('Page.navigatedWithinDocument', ({ url }) => askInVain(url, 'in-page'))
    session.on('Page.frameNavigated', ({ frame }) => {
      // Of a page that shows an error instead Electron tells that it did not load.
      if (frame.parentId !== undefined || frame.url.startsWith('chrome-error:')) return
      const url = trueAddress(frame.url)
      main.tell({ kind: 'committed', window, url })
      if (!places.allowed.has(bare(frame.url))) complain(`The page went to ${url} unasked`)
    })
  }

  return {
    expect: (shown) => (places.expected = shown),
    mayNavigate,
    follow,
    open: (url) => askInVain(url, 'open'),
  }
}

function bare(url: string): string {
  return url.replace(/#.*$/, '')
}
