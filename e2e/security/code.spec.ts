import { expect, test as plain } from '@playwright/test'
import { test as onEither } from '../browser/support/test.ts'
import { test as onDesktop } from '../desktop/support/test.ts'
import { WAYS_TO_RUN } from './attacks/run-code.ts'
import { tryEach, type Outcomes } from './attacks/try-each.ts'

const all = (outcome: Outcomes[string]): Outcomes =>
  Object.fromEntries(Object.keys(WAYS_TO_RUN).map((name) => [name, outcome]))

/** What Chromium writes of each attempt. */
const REFUSALS = /Content Security Policy|Trusted(HTML|Script|ScriptURL|TypePolicy)|ERR_BLOCKED_BY|WebAssembly/

// Each way gets its moment, one desktop app after the other.
plain.slow()

plain('each of these ways runs code in a page without our policy', async ({ page }) => {
  await page.route('https://unguarded.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
  )
  await page.goto('https://unguarded.invalid/')
  expect(await tryEach(page, WAYS_TO_RUN)).toEqual(all('ran'))
})

onDesktop('none of them runs any in the desktop app', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  expect(await tryEach(await app.page(), WAYS_TO_RUN)).toEqual(all('refused'))
  desk.forgive(REFUSALS)
})

onEither('none of them runs any in the browser', async ({ stage, context }) => {
  // Not the page that the stage watches, for every attempt is written to its console.
  const page = await context.newPage()
  await page.goto(stage.address())
  await page.getByRole('main').first().waitFor()
  expect(await tryEach(page, WAYS_TO_RUN)).toEqual(all('refused'))
  await page.close()
})
