import type { Page, Request, Route } from '@playwright/test'
import type { Fetched, PageFetch } from '../stand-in/protocol.ts'
import { isOurs, trueAddress } from './addresses.ts'
import type { MainSide } from './main-side.ts'

interface Requests {
  readonly window: number
  readonly main: MainSide
  /** Whether a document may be loaded into the window's page or a frame of it. */
  mayNavigate(request: Request): Promise<boolean>
  /** The page asked for a window of its own. */
  open(url: string): void
  page(): Page | null
}

/** Answers every request of a window from main, and none from any network. */
export function createRequests({ window, main, mayNavigate, open, page }: Requests): (route: Route) => Promise<void> {
  async function answer(route: Route): Promise<void> {
    const request = route.request()
    if (isOfAnotherPage(request, page())) {
      if (request.isNavigationRequest()) open(request.url())
      return route.abort('aborted')
    }
    if (request.isNavigationRequest() && !(await mayNavigate(request))) return route.abort('aborted')
    // What answers `fetch` is of its type by the protocol.
    const fetched = (await main.ask({ kind: 'fetch', window, fetch: await fetchOf(request) })) as Fetched
    if (fetched.kind === 'gone') return route.abort('aborted')
    if (fetched.kind === 'cancelled') return route.abort('blockedbyclient')
    if (fetched.kind === 'let-out' || !isOurs(request.url())) return route.abort('internetdisconnected')
    const { status, headers, body } = fetched
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  }

  // A page or a main that goes away meanwhile leaves nobody to answer.
  return (route) => answer(route).catch(() => route.abort('aborted').catch(() => undefined))
}

/** A window that the page opened by a link is closed as soon as it is there; until then it loads nothing. */
function isOfAnotherPage(request: Request, page: Page | null): boolean {
  try {
    return request.frame().page() !== page
  } catch {
    return true
  }
}

async function fetchOf(request: Request): Promise<PageFetch> {
  const headers = Object.entries(await request.allHeaders()).map(([name, value]) => [name, trueAddress(value)])
  return {
    url: trueAddress(request.url()),
    method: request.method(),
    headers: Object.fromEntries(headers) as Record<string, string>,
    resourceType: request.resourceType(),
  }
}
