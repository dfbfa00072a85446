import { expect, it } from 'vitest'
import type { Navigation } from './protocol.ts'
import { startScript } from './test/fake-parent.ts'

const SCRIPT = `
  import { app, BrowserWindow, dialog, session } from 'electron'
  const note = (name, ...values) => dialog.showErrorBox(name, values.join(' '))
  app.enableSandbox()
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, url) => { note('will', url); url.includes('refused') && event.preventDefault() })
    contents.on('will-frame-navigate', (event) => { note('will frame', event.url); event.url.includes('frame') && event.preventDefault() })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('did-start-navigation', (event, url) => note('started', url, event.isSameDocument))
    contents.on('did-navigate-in-page', (_, url) => note('in page', url))
    contents.on('did-navigate', (_, url) => note('navigated', url))
    contents.on('console-message', ({ level, message }) => note('console', level, message))
    contents.on('did-fail-load', (_, code, why) => note('failed', code, why))
  })
  app.on('render-process-gone', (_, contents, { reason }) => { note('gone', reason, contents.isCrashed()); contents.reload() })
  app.on('child-process-gone', (_, { type, reason }) => note('child', type, reason))
  app.whenReady().then(() => {
    const { webRequest, protocol, setPermissionCheckHandler } = session.defaultSession
    protocol.handle('app', async (request) => new Response(request.headers.get('x-asked'), { status: 201 }))
    setPermissionCheckHandler((_, name, origin) => name === 'clipboard-read' && origin === 'app://main')
    webRequest.onBeforeRequest({ urls: ['*://*/*refused*'] }, (_, decide) => decide({ cancel: true }))
    webRequest.onBeforeSendHeaders((details, decide) => decide({ requestHeaders: { ...details.requestHeaders, 'x-asked': 'yes' } }))
    webRequest.onHeadersReceived(({ responseHeaders }, decide) => decide({ responseHeaders: { ...responseHeaders, 'x-passed': ['yes'] } }))
    const window = new BrowserWindow({ webPreferences: { sandbox: false, devTools: false } })
    window.loadURL('app://main/').then(() => note('loaded'), (error) => note('not loaded', error.message))
    window.webContents.openDevTools()
    note('dev tools', window.webContents.isDevToolsOpened())
  })
`

async function start() {
  const main = startScript(SCRIPT)
  const { window } = await main.heard('window-load')
  const noted = (title: string, text = '') =>
    main.recorded(({ dialogs }) => dialogs.some((each) => each.title === title && each.text === text))
  const fetch = (url: string) =>
    main.ask({ kind: 'fetch', window, fetch: { url, method: 'GET', headers: {}, resourceType: 'xhr' } })
  const may = (url: string, how: Navigation['how']) => main.ask({ kind: 'navigate', window, navigation: { url, how } })
  return { main, window, noted, fetch, may }
}

it('serves requests past the session’s listeners', async () => {
  const { fetch } = await start()
  const served = (await fetch('app://main/picture')) as { body: Uint8Array }
  expect(served).toMatchObject({ kind: 'response', status: 201, headers: { 'x-passed': 'yes' } })
  expect(Buffer.from(served.body).toString()).toBe('yes')
  expect(await fetch('app://main/refused')).toEqual({ kind: 'cancelled' })
  expect(await fetch('https://example.com/')).toEqual({ kind: 'let-out' })
})

it('asks the listeners where a page may go', async () => {
  const { may } = await start()
  expect(await may('app://main/else', 'navigate')).toBe(true)
  expect(await may('app://main/#place', 'in-page')).toBe(true)
  expect(await may('https://refused.example/', 'navigate')).toBe(false)
  expect(await may('app://main/frame', 'frame')).toBe(false)
  expect(await may('app://main/frame', 'navigate')).toBe(false)
  expect(await may('app://main/', 'redirect')).toBe(false)
  expect(await may('https://example.com/', 'open')).toBe(false)
})

it('tells of a navigation in Electron’s order: it starts, may be refused, and only then has happened', async () => {
  const { main, window, noted, may } = await start()
  main.tell({ kind: 'committed', window, url: 'app://main/' })
  await noted('navigated', 'app://main/')
  await may('https://refused.example/', 'navigate')
  await may('app://main/#place', 'in-page')
  await may('app://main/else', 'navigate')
  main.tell({ kind: 'committed', window, url: 'app://main/else' })
  const { dialogs } = await noted('navigated', 'app://main/else')
  const told = dialogs.map(({ title, text }) => `${title} ${text}`)
  const [first, last] = ['started https://refused.example/ false', 'navigated app://main/else']
  expect(told.slice(told.indexOf(first), told.indexOf(last) + 1)).toEqual([
    'started https://refused.example/ false',
    'will frame https://refused.example/',
    'will https://refused.example/',
    'started app://main/#place true',
    'in page app://main/#place',
    'started app://main/else false',
    'will frame app://main/else',
    'will app://main/else',
    'navigated app://main/else',
  ])
})

it('tells main what becomes of its page', async () => {
  const { main, window, noted } = await start()
  await noted('dev tools', 'false')
  main.tell({ kind: 'loaded', window })
  await noted('loaded')
  main.tell({ kind: 'console', window, level: 'error', text: 'It broke' })
  await noted('console', 'error It broke')
  main.tell({ kind: 'renderer-gone', window, reason: 'oom' })
  await noted('gone', 'oom true')
  await main.heard('window-reload')
  main.tell({ kind: 'load-failed', window, reason: 'ERR_FAILED' })
  await noted('failed', '-2 ERR_FAILED')
  await main.act({ do: 'child-gone', type: 'GPU', reason: 'crashed' })
  await noted('child', 'GPU crashed')
})

it('fails the load that the page failed', async () => {
  const { main, window, noted } = await start()
  main.tell({ kind: 'load-failed', window, reason: 'ERR_FAILED' })
  await noted('not loaded', "ERR_FAILED (-2) loading 'app://main/'")
})

it('grants what the check handler grants, and tells the preferences', async () => {
  const { main, window } = await start()
  main.tell({ kind: 'loaded', window })
  expect(await main.ask({ kind: 'permissions', window })).toEqual(['clipboard-read'])
  expect(await main.act({ do: 'read-preferences' })).toEqual([
    {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    },
  ])
})
