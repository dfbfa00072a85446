import { expect } from '@playwright/test'
import { test } from './test/fake-main.ts'

test('files of ours come as main serves them, headers and all', async ({ main }) => {
  const page = main.window.page()
  const [response] = await Promise.all([page.waitForResponse(/early\.js$/), main.window.reload()])
  expect(await response.headerValue('x-own')).toBe('yes')
  expect(await response.headerValue('content-security-policy')).toContain("default-src 'none'")
  expect(main.fetched().map(({ url }) => url)).toContain('app://main/early.js')
  expect(main.notices.filter(({ kind }) => kind === 'loaded').length).toBe(2)
  expect(main.navigations()).toEqual([])
})

test('any other address is asked of main, and never reached', async ({ main }) => {
  const outcome = await main.window.page().evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image()
        image.onerror = () => resolve('refused')
        image.onload = () => resolve('loaded')
        image.src = 'https://example.com/pixel.png?secret'
      }),
  )
  expect(outcome).toBe('refused')
  expect(main.fetched().at(-1)?.url).toBe('https://example.com/pixel.png?secret')
  expect(main.complaints.join()).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('a page goes nowhere main does not let it', async ({ main }) => {
  const page = main.window.page()
  await page.click('#link')
  await page.evaluate(() => void (location.href = 'https://example.com/b'))
  await page.evaluate(() => void (location.href = 'app://other/'))
  await page.evaluate(() => location.reload())
  await expect
    .poll(() => main.navigations().map(({ url }) => url))
    .toEqual(['https://example.com/a', 'https://example.com/b', 'app://other/', 'app://main/'])
  await expect(page.locator('#p')).toHaveText('One')
  expect(page.url()).toBe('https://app-main.invalid/')

  main.allowed.add('app://main/two')
  await page.evaluate(() => void (location.href = '/two'))
  await expect(page).toHaveTitle('Two')
  await page.evaluate(() => void (location.hash = 'three'))
  await expect.poll(() => main.navigations().at(-1)).toEqual({ url: 'app://main/two#three', how: 'in-page' })
  expect(main.complaints).toEqual([])
})

test('a window is never opened, and its opener told so at once', async ({ main }) => {
  const page = main.window.page()
  expect(await page.evaluate(() => window.open('https://example.com/w') === null)).toBe(true)
  await page.evaluate(() => document.querySelector('#link')?.setAttribute('target', '_blank'))
  await page.click('#link')
  await expect.poll(() => main.navigations().map(({ how }) => how)).toEqual(['open', 'open'])
  await expect.poll(() => page.context().pages().length).toBe(1)
  expect(main.fetched().every(({ url }) => url.startsWith('app://main/'))).toBe(true)
})

test('a page that leaves by a way that asks nobody is reported', async ({ main }) => {
  const page = main.window.page()
  await page.evaluate(() => void (location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))))
  await expect.poll(() => main.complaints.join()).toMatch(/went to blob:app:\/\/main\/\S+ unasked/)
})

test('it has the permissions main grants, and no other', async ({ main }) => {
  const page = main.window.page()
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write']
    const asked = names.map(async (name) => navigator.permissions.query({ name: name as PermissionName }))
    return (await Promise.all(asked)).map(({ state }) => state)
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'granted'])
})

test('a page that crashes is told of, and its window goes on with another', async ({ main }) => {
  const before = main.window.page()
  await main.window.crash()
  expect(main.notices.at(-1)).toEqual({ kind: 'renderer-gone', window: 1, reason: 'crashed' })
  await main.window.reload()
  expect(main.window.page()).not.toBe(before)
  expect(await main.window.page().evaluate(() => window.early)).toBe('object')
})
