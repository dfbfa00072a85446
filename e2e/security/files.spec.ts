import { expect, type Page } from '@playwright/test'
import { test } from '../desktop/support/test.ts'

/** Addresses by which a page might read what is not of the page. */
const OUTSIDE = [
  '/..%2f..%2fpackage.json',
  '/..%2F..%2Fpackage.json',
  '/%2e%2e%2f%2e%2e%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/assets/..%2f..%2fmain%2findex.js',
  '/..%2fpreload%2findex.cjs',
  '/%2fetc%2fpasswd',
  '//etc/passwd',
  '/assets',
  '/index.html%00.js',
  '/nothing',
] as const
/** Tells what was asked for here from what the page loads by itself. */
const ASKED = '?asked'

/** Loads each as a picture, which the policy allows of the page's own origin, and gives the status of every answer. */
async function load(page: Page, addresses: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const answers: Record<string, number> = {}
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url())
    if (search === ASKED) answers[pathname] = response.status()
  })
  await page.evaluate(
    ([all, asked]) =>
      Promise.all(
        all.map((address) => {
          const image = new Image()
          return new Promise((resolve) => {
            image.onload = image.onerror = resolve
            image.src = address + asked
          })
        }),
      ),
    [addresses, ASKED] as const,
  )
  return answers
}

test('the app’s own address gives files of the page, and nothing beside or above it', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  expect(await load(page, ['/icon.svg', '/index.html'])).toEqual({ '/icon.svg': 200, '/index.html': 200 })
  // One that names a host leaves the origin, so the policy refuses it before anybody is asked.
  const asked = OUTSIDE.filter((address) => !address.startsWith('//'))
  expect(await load(page, OUTSIDE)).toEqual(Object.fromEntries(asked.map((address) => [address, 404])))
  desk.forgive(/404|Content Security Policy|Failed to load resource/)
})
