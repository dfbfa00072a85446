import { expect } from '@playwright/test'
import { test } from '../browser/support/test.ts'
import { pageHeaders } from '../../src/shared/page-policy.ts'
import { walk } from './support/walk.ts'

declare global {
  interface Window {
    /** What the page's policy was asked to refuse. */
    violations: string[]
  }
}

for (const shell of ['headless', 'desktop'] as const) {
  test.describe(shell, () => {
    test.use({ shell })
    test.slow()

    test('nothing the page does on a walk through all of it breaks its policy', async ({ stage, page }) => {
      await stage.open()
      await page.evaluate(() => {
        window.violations = []
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          window.violations.push(`${violatedDirective}: ${blockedURI}`)
        })
      })
      await walk(page)
      expect(await page.evaluate(() => window.violations)).toEqual([])
    })
  })
}

test('every file of the page is sent with the policy and its other headers', async ({ stage, page }) => {
  const answers: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = []
  page.on('response', (response) => void answers.push({ url: response.url(), headers: response.headers() }))
  await stage.open()
  await page.getByRole('main').first().waitFor()
  expect(answers.map(({ url }) => new URL(url).pathname)).toEqual(expect.arrayContaining(['/']))
  await expect.poll(() => answers.length).toBeGreaterThan(3)
  for (const { url, headers } of answers) {
    expect(headers, url).toMatchObject(pageHeaders("'self'"))
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})
