import { expect, it } from 'vitest'
import { startScript, type MainStart } from './test/fake-parent.ts'

const SCRIPT = `
  import { app, BrowserWindow, dialog, nativeTheme, net, powerMonitor, screen } from 'electron'
  import { createRequire } from 'node:module'
  const note = (name, ...values) => dialog.showErrorBox(name, JSON.stringify(values))
  note('same', createRequire(import.meta.url)('electron').app === app)
  app.whenReady().then(() => {
    for (const name of ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
      powerMonitor.on(name, () => note(name, powerMonitor.getSystemIdleState(60)))
    powerMonitor.on('shutdown', (event) => event.preventDefault())
    for (const name of ['display-added', 'display-removed', 'display-metrics-changed'])
      screen.on(name, (_, display) => note(name, display.id, screen.getPrimaryDisplay().workArea.width))
    app.on('activate', (_, hasVisible) => note('activate', hasVisible, net.isOnline()))
    new BrowserWindow().on('query-session-end', () => note('session ends'))
    const { isPackaged } = app
    note('facts', isPackaged, app.getVersion(), app.getName(), app.getLocale(), process.resourcesPath, process.platform)
    note('process', typeof process.versions.electron, process.type, process.argv.slice(isPackaged ? 1 : 2))
    note('dark', nativeTheme.shouldUseDarkColors)
    app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] })
    note('login', app.getLoginItemSettings().openAtLogin, app.getLoginItemSettings().wasOpenedAtLogin)
    app.setAppUserModelId('org.example')
    app.setBadgeCount(3)
    app.dock?.setBadge('7')
    app.relaunch({ args: ['--again'] })
    note('paths', app.getPath('userData'), app.getPath('exe'))
  })
`

function start(named: Readonly<Record<string, string>> = {}, args: MainStart['args'] = []) {
  const variables = Object.fromEntries(Object.entries(named).map(([name, text]) => [`TIDEMARK_STAND_IN_${name}`, text]))
  const main = startScript(SCRIPT, { variables, args })
  async function noted(title: string): Promise<readonly unknown[]> {
    const isIt = (each: { readonly title: string }): boolean => each.title === title
    const { dialogs } = await main.recorded((recorded) => recorded.dialogs.some(isIt))
    return JSON.parse(dialogs.findLast(isIt)?.text ?? '') as readonly unknown[]
  }
  return { main, noted }
}

it('is one Electron, however it is asked for', async () => {
  expect(await start().noted('same')).toEqual([true])
})

it('is what its environment says', async () => {
  const { noted, main } = start(
    {
      PACKAGED: '1',
      VERSION: '1.2.3',
      NAME: 'Mine',
      LOCALE: 'bg',
      RESOURCES: '/mine',
      DARK: '1',
      EXECUTABLE: '/mine/app',
    },
    ['--demo'],
  )
  expect(await noted('facts')).toEqual([true, '1.2.3', 'Mine', 'bg', '/mine', process.platform])
  expect(await noted('process')).toEqual(['string', 'browser', ['--demo']])
  expect(await noted('dark')).toEqual([true])
  expect(await noted('paths')).toEqual([expect.stringMatching(/appData\/Mine$/), '/mine/app'])
  const { badge, appUserModelId, relaunched } = await main.recorded(({ relaunched }) => relaunched !== null)
  expect({ badge, appUserModelId, relaunched }).toEqual({
    badge: 3,
    appUserModelId: 'org.example',
    relaunched: ['--again'],
  })
})

it('starts at login where Electron can arrange it', async () => {
  const linux = start({ PLATFORM: 'linux' })
  expect(await linux.noted('login')).toEqual([false, false])
  const windows = start({ PLATFORM: 'win32', LOGIN: '1' })
  expect(await windows.noted('login')).toEqual([true, true])
  const { loginItem } = await windows.main.recorded((recorded) => recorded.loginItem !== null)
  expect(loginItem).toEqual({ openAtLogin: true, arguments: ['--hidden'] })
})

it('has a dock on macOS, and ends a session on Windows', async () => {
  const mac = start({ PLATFORM: 'darwin' })
  await mac.main.recorded(({ badge }) => badge === 7)
  const windows = start({ PLATFORM: 'win32' })
  await windows.noted('paths')
  await windows.main.act({ do: 'power', event: 'shutdown' })
  expect(await windows.noted('session ends')).toEqual([])
})

it('sleeps, wakes, locks, and holds up a shutdown', async () => {
  const { main, noted } = start({ PLATFORM: 'linux' })
  await noted('paths')
  expect(await main.act({ do: 'power', event: 'suspend' })).toBe(false)
  expect(await noted('suspend')).toEqual(['active'])
  await main.act({ do: 'power', event: 'lock-screen' })
  expect(await noted('lock-screen')).toEqual(['locked'])
  await main.act({ do: 'power', event: 'unlock-screen' })
  expect(await noted('unlock-screen')).toEqual(['active'])
  expect(await main.act({ do: 'power', event: 'shutdown' })).toBe(true)
})

it('gets other displays, and goes offline', async () => {
  const { main, noted } = start()
  await noted('paths')
  const workArea = { x: 0, y: 0, width: 800, height: 600 }
  await main.act({ do: 'displays', displays: [{ id: 2, workArea, scaleFactor: 2 }] })
  expect(await noted('display-removed')).toEqual([1, 800])
  expect(await noted('display-added')).toEqual([2, 800])
  await main.act({ do: 'displays', displays: [{ id: 2, workArea: { ...workArea, width: 700 }, scaleFactor: 2 }] })
  expect(await noted('display-metrics-changed')).toEqual([2, 700])
  await main.act({ do: 'online', online: false })
  await main.act({ do: 'activate' })
  expect(await noted('activate')).toEqual([true, false])
})
