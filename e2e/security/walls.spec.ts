import { expect } from '@playwright/test'
import type { DesktopApp, Preferences } from '../desktop/desktop-app.ts'
import type { Recorded, RecordedItem } from '../desktop/stand-in/protocol.ts'
import { test } from '../desktop/support/test.ts'

const WALLED: Omit<Preferences, 'devTools'> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
}
/** What Node, Electron or a bundler would leave in a page that is not walled off. */
const FOREIGN = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'setImmediate', '__dirname', 'electron']

async function expectWalled(app: DesktopApp): Promise<void> {
  const all = await app.preferences()
  expect(all.length).toBeGreaterThan(0)
  for (const preferences of all) expect(preferences).toMatchObject(WALLED)
}

const newestOf = ({ windows }: Recorded): number => windows.at(-1)?.window ?? 0

test('every web contents is isolated, sandboxed and without Node, after a crash too', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  await app.page()
  await expectWalled(app)
  const before = newestOf(await app.recorded())
  await app.crashPage()
  await app.until('another window', (recorded) => newestOf(recorded) > before)
  await app.page()
  await expectWalled(app)
})

test('a page finds nothing of Node or Electron, and of ours one object with four functions', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  expect(await page.evaluate((names) => names.filter((name) => name in window), FOREIGN)).toEqual([])
  expect(await page.evaluate(describeBridge)).toEqual({
    close: 'function',
    onClose: 'function',
    onText: 'function',
    send: 'function',
  })
  expect(await page.evaluate(exposedNames)).toEqual(['engineLink'])
})

/** Every own property of the bridge, hidden and symbolic ones too. */
function describeBridge() {
  const link = (window as unknown as Record<string, object>)['engineLink']!
  return Object.fromEntries(Reflect.ownKeys(link).map((key) => [String(key), typeof Reflect.get(link, key)]))
}

/** What cannot be taken off `window` and no browser put there: whatever a preload has exposed. */
function exposedNames() {
  const bare = document.createElement('iframe')
  document.body.append(bare)
  const known = new Set(Object.getOwnPropertyNames(bare.contentWindow!))
  bare.remove()
  return Object.getOwnPropertyNames(window).filter((name) => {
    const found = Object.getOwnPropertyDescriptor(window, name)
    return !known.has(name) && found?.configurable === false
  })
}

test('what the bridge gives back leads nowhere', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const reached = await page.evaluate(() => {
    const link = (window as unknown as Record<string, Record<string, (take: unknown) => unknown>>)['engineLink']!
    const stop = link['onText']!(() => undefined) as () => unknown
    // A function of the other world would bring that world's Function along, and with it everything there is.
    const makers = [stop, ...Object.values(link)].map((each) => each.constructor)
    return { same: makers.every((maker) => maker === Function), stopped: stop() === undefined }
  })
  expect(reached).toEqual({ same: true, stopped: true })
})

test('a packed app has no developer tools, by menu or by key', async ({ desk }) => {
  const app = await desk.launch({ network: 'none', environment: { TIDEMARK_STAND_IN_PACKAGED: '1' } })
  const page = await app.page()
  const isPacked = app.driver === 'stand-in'
  expect(await app.preferences()).toEqual([{ ...WALLED, devTools: !isPacked }])
  const roles = rolesOf((await app.recorded()).menu ?? [])
  expect(roles.includes('toggledevtools')).toBe(!isPacked)
  for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J']) await page.keyboard.press(key)
  expect((await app.recorded()).windows).toHaveLength(1)
})

function rolesOf(items: readonly RecordedItem[]): readonly string[] {
  return items.flatMap(({ role, items: inner }) => [(role ?? '').toLowerCase(), ...rolesOf(inner)])
}
