import { expect, test as plain, type Page } from '@playwright/test'
import { test as onEither } from '../browser/support/test.ts'
import { test as onDesktop } from '../desktop/support/test.ts'
import { heard, reachOut } from './attacks/reach-each.ts'
import { WAYS_OUT } from './attacks/reach-out.ts'
import { openOutside } from './support/outside.ts'

/** What Chromium writes of each attempt. */
const REFUSALS = /Content Security Policy|Trusted(HTML|Script|ScriptURL)|ERR_BLOCKED_BY|ERR_INTERNET|sandbox/i

// Each way gets its moment, one desktop app after the other.
plain.slow()

plain('each of these ways leads out of a page without our policy', async ({ page }) => {
  const [home, outside] = [await openOutside(), await openOutside()]
  await page.goto(home.address)
  await reachOut(page, outside.address)
  expect(heard(outside.asked)).toEqual(Object.keys(WAYS_OUT))
  await Promise.all([home.close(), outside.close()])
})

onDesktop('none of them leads out of the desktop app', async ({ desk }) => {
  const outside = await openOutside()
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const failures = watchFailures(page)
  await reachOut(page, outside.address)
  expect([heard(outside.asked), outside.connections()]).toEqual([[], 0])
  expect(failures.filter((failure) => !STOPPED.test(failure))).toEqual([])
  desk.forgive(REFUSALS)
  await outside.close()
})

onDesktop('none would without its policy either: main cancels what is not of the page', async ({ desk }) => {
  const outside = await openOutside()
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  await liftPolicy(page)
  await app.clickMenuItem('View', 'Reload')
  await page.getByRole('main').first().waitFor()
  const failures = watchFailures(page)
  await reachOut(page, outside.address)
  expect([heard(outside.asked), outside.connections()]).toEqual([[], 0])
  expect(failures.filter((failure) => failure.includes(outside.address)).length).toBeGreaterThan(10)
  expect(failures.filter((failure) => !STOPPED.test(failure))).toEqual([])
  desk.forgive(/./)
  await outside.close()
})

onEither('none of them leads out of the browser’s page', async ({ stage, context }) => {
  const outside = await openOutside()
  const page = await context.newPage()
  await page.goto(stage.address())
  await page.getByRole('main').first().waitFor()
  await reachOut(page, outside.address)
  // A browser may open a connection ahead of a request that its policy then refuses; nothing is said over it.
  expect(outside.asked).toEqual([])
  await Promise.all([page.close(), outside.close()])
})

/** By the page's policy, or by main; not by a network that happened not to be there. */
const STOPPED = / csp$|ERR_BLOCKED_BY_|ERR_ABORTED/

function watchFailures(page: Page): readonly string[] {
  const failures: string[] = []
  page.on('requestfailed', (request) => void failures.push(`${request.url()} ${request.failure()?.errorText ?? ''}`))
  return failures
}

/** As if there were none, from the next document on. */
async function liftPolicy(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
}
