import { expect, type Page } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import type { DesktopApp } from '../desktop/desktop-app.ts'
import { test, type Fixtures } from '../desktop/support/test.ts'
import { WAYS_AWAY } from './attacks/go-away.ts'
import { openOutside } from './support/outside.ts'

/** What Chromium writes of each attempt. */
const REFUSALS = /Content Security Policy|ERR_BLOCKED_BY|ERR_ABORTED|ERR_INTERNET|Not allowed to (load|launch)/
/** Longer than it takes a page to leave. */
const SETTLED_MS = 250
/** Figures of the demo change several times a second. */
const FED_WITHIN_MS = 10_000

type Desk = Fixtures['desk']

test.slow()

async function open(desk: Desk): Promise<{ readonly app: DesktopApp; readonly page: Page }> {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  await frameOf(page).expectTrusted()
  // It stays on a document that is left and loaded anew.
  await page.evaluate(() => document.documentElement.setAttribute('data-first', ''))
  return { app, page }
}

/** Runs it as a script of the page, in which nothing but what a user allowed a page is allowed. */
async function tryWay(page: Page, way: (address: string) => unknown, address: string): Promise<void> {
  const expression = `new Promise((resolve) => {
    setTimeout(() => { try { (${way.toString()})(${JSON.stringify(address)}) } catch {} })
    setTimeout(resolve, ${SETTLED_MS})
  })`
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression, awaitPromise: true, userGesture: true })
  await session.detach()
}

/** Asked of the browser, for Playwright would wait for a navigation to end that never began. */
async function isFirst(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  const expression = `document.documentElement.hasAttribute('data-first')`
  const { result } = await session.send('Runtime.evaluate', { expression })
  await session.detach()
  return result.value === true
}

/** Whether figures go on changing: a page whose link ended in silence stands still. */
async function isFed(page: Page): Promise<boolean> {
  const expression = `new Promise((resolve) => {
    const seen = new MutationObserver(() => resolve(true))
    seen.observe(document.body, { subtree: true, attributeFilter: ['data-exact'] })
    setTimeout(resolve, ${FED_WITHIN_MS}, false)
  })`
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  await session.detach()
  return result.value === true
}

async function expectStayed(app: DesktopApp, page: Page, after: string): Promise<void> {
  expect(await isFirst(page), after).toBe(true)
  expect(await isFed(page), `figures move on after ${after}`).toBe(true)
  const { windows, opened } = await app.recorded()
  expect([windows.length, opened, page.context().pages().length], after).toEqual([1, [], 1])
}

test('no way leads the window elsewhere, or brings up another', async ({ desk }) => {
  const outside = await openOutside()
  const { app, page } = await open(desk)
  for (const [name, way] of Object.entries(WAYS_AWAY)) {
    await tryWay(page, way, `${outside.address}/redirect`)
    await expectStayed(app, page, name)
  }
  expect([outside.asked, outside.connections()]).toEqual([[], 0])
  desk.forgive(REFUSALS)
  await outside.close()
})

test('nor does any kind of address', async ({ desk }) => {
  const { app, page } = await open(desk)
  const addresses = [
    'file:///etc/passwd',
    'app://other/index.html',
    '/index.html?again',
    'app://main/index.html?again',
    'javascript:document.documentElement.removeAttribute("data-first")',
    'mailto:somebody@example.com',
    'ms-msdt:/id',
    'smb://evil.example/share',
    'view-source:https://example.com',
    'chrome://settings',
  ]
  for (const address of addresses)
    for (const name of ['a link', 'a link to a new window', 'window.open', 'location ='] as const) {
      await tryWay(page, WAYS_AWAY[name]!, address)
      await expectStayed(app, page, `${name}: ${address}`)
    }
  desk.forgive(REFUSALS)
})

test('nor a click of the middle button, nor with a key held', async ({ desk }) => {
  const outside = await openOutside()
  const { app, page } = await open(desk)
  const add = (address: string): void => {
    const link = document.createElement('a')
    Object.assign(link, { href: address, textContent: 'outside', id: 'outside' })
    link.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9999; display: block; width: 80px; height: 40px'
    document.body.append(link)
  }
  await page.evaluate(add, outside.address)
  for (const click of [
    { button: 'middle' },
    { modifiers: ['Control'] },
    { modifiers: ['Shift'] },
    { modifiers: ['Meta'] },
    {},
  ] as const) {
    await page.locator('#outside').click({ ...click, modifiers: [...(click.modifiers ?? [])] })
    await page.waitForTimeout(SETTLED_MS)
    await expectStayed(app, page, JSON.stringify(click))
  }
  expect([outside.asked, outside.connections()]).toEqual([[], 0])
  await outside.close()
})

// Electron opens nothing that is dropped (`navigateOnDragDrop` is off unless asked for); plain Chromium opens a tab.
test('nor what is dropped on it: an address, a file, text', async ({ desk }) => {
  const outside = await openOutside()
  const { page } = await open(desk)
  const session = await page.context().newCDPSession(page)
  const address = { mimeType: 'text/uri-list', data: outside.address }
  const text = { mimeType: 'text/plain', data: outside.address }
  for (const data of [
    { items: [address], dragOperationsMask: 1 },
    { items: [address, text], dragOperationsMask: 17 },
    { items: [], files: [import.meta.filename], dragOperationsMask: 1 },
  ]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await page.waitForTimeout(SETTLED_MS)
    expect(await isFirst(page), JSON.stringify(data)).toBe(true)
  }
  expect([outside.asked, outside.connections()]).toEqual([[], 0])
  await outside.close()
})
