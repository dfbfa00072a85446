import type { Page } from '@playwright/test'

/** Of each way, whether its code ran. */
export type Outcomes = Readonly<Record<string, 'ran' | 'refused'>>

/** In the page: leaves the mark that tells. */
const MARK = "document.documentElement.setAttribute('data-ran', '1')"
/** Longer than any of these takes where nothing stops it. */
const SETTLED_MS = 250

/** Tries one way after the other. What a way throws is its refusal. */
export async function tryEach(
  page: Page,
  ways: Readonly<Record<string, (code: string) => unknown>>,
): Promise<Outcomes> {
  const outcomes: [string, Outcomes[string]][] = []
  for (const [name, way] of Object.entries(ways)) outcomes.push([name, await tryOne(page, way.toString())])
  return Object.fromEntries(outcomes)
}

/**
 * A debugger may do what a page may not, and so may everything it calls at once; so the way stands in a script of its
 * own kind, a function made by the debugger but run from a timer.
 */
async function tryOne(page: Page, way: string): Promise<Outcomes[string]> {
  const expression = `new Promise((resolve) => {
    document.documentElement.removeAttribute('data-ran')
    const way = ${way}
    setTimeout(async () => {
      try { await way(${JSON.stringify(MARK)}) } catch {}
      setTimeout(() => resolve(document.documentElement.hasAttribute('data-ran')), ${SETTLED_MS})
    })
  })`
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  await session.detach()
  return result.value === true ? 'ran' : 'refused'
}
