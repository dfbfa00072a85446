import type { Page } from '@playwright/test'
import { WAYS_OUT } from './reach-out.ts'

/** Longer than a request to this machine takes. */
const SETTLED_MS = 3_000

/** Has the page go each way out, all at once, each to a path of its own: `/0`, `/1` and so on in their order. */
export async function reachOut(page: Page, address: string): Promise<void> {
  const ways = Object.values(WAYS_OUT).map((way) => way.toString())
  const expression = `new Promise((resolve) => {
    const ways = [${ways.join(',\n')}]
    ways.forEach((way, at) => setTimeout(async () => { try { await way(${JSON.stringify(address)} + '/' + at) } catch {} }))
    setTimeout(resolve, ${SETTLED_MS})
  })`
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression, awaitPromise: true })
  await session.detach()
}

/** The names of the ways that were heard outside. */
export function heard(asked: readonly string[]): readonly string[] {
  return Object.keys(WAYS_OUT).filter((_, at) => asked.includes(`/${at}`))
}
