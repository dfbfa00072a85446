import { expect, it } from 'vitest'
import { startScript } from './test/fake-parent.ts'
import { PIXEL } from './test/pixel.ts'

const SCRIPT = `
  import { app, BrowserWindow, dialog, Menu, nativeImage, Notification, shell, Tray } from 'electron'
  import { join } from 'node:path'
  ${PIXEL}
  const note = (name, text = '') => dialog.showErrorBox(name, String(text))
  app.whenReady().then(async () => {
    const image = join(folder, 'pixel.png')
    const tray = new Tray(nativeImage.createFromPath(image))
    tray.setToolTip('Watching')
    tray.setContextMenu(Menu.buildFromTemplate([
      { label: 'Open', click: (item) => note('tray', item.label) },
      { label: 'Pause', type: 'checkbox', click: (item) => note('paused', item.checked) },
      { label: 'Never', enabled: false },
      { label: 'Hidden', visible: false },
      { label: 'More', submenu: [{ label: 'Gone', click: () => tray.destroy() }] },
    ]))
    tray.on('click', () => note('tray clicked'))
    Menu.setApplicationMenu(Menu.buildFromTemplate([
      { label: 'File', submenu: [{ label: 'Close it', role: 'close' }, { type: 'separator' }, { role: 'quit' }] },
      { role: 'viewMenu' },
      { label: 'Pick', submenu: [{ label: 'a', type: 'radio', checked: true }, { label: 'b', type: 'radio' }] },
    ]))
    new BrowserWindow()
    const notice = new Notification({ title: 'Filled', body: 'All of it', silent: true, urgency: 'low', icon: image })
    notice.on('show', () => note('shown'))
    notice.on('click', () => note('clicked'))
    notice.on('close', () => note('closed'))
    notice.show()
    new Notification({ title: 'Second' }).show()
    await shell.openExternal('https://example.com/help')
    const { response } = await dialog.showMessageBox({ title: 'Sure?', message: 'Leave', detail: 'Now', buttons: ['No', 'Yes'] })
    note('answered', response)
  })
`

function start() {
  const main = startScript(SCRIPT)
  const noted = (title: string, text = '') =>
    main.recorded(({ dialogs }) => dialogs.some((each) => each.title === title && each.text === text))
  return { main, noted }
}

it('records the tray, and clicks it and its items', async () => {
  const { main, noted } = start()
  const { tray } = await main.recorded(
    (recorded) => recorded.tray?.toolTip === 'Watching' && recorded.tray.items[3] !== undefined,
  )
  expect(tray?.image).toMatch(/pixel\.png$/)
  expect(tray?.items.map(({ label, type, enabled }) => [label, type, enabled])).toEqual([
    ['Open', 'normal', true],
    ['Pause', 'checkbox', true],
    ['Never', 'normal', false],
    ['More', 'submenu', true],
  ])
  await main.act({ do: 'click-tray' })
  await noted('tray clicked')
  await main.act({ do: 'click-tray-item', path: ['Open'] })
  await noted('tray', 'Open')
  await main.act({ do: 'click-tray-item', path: ['Pause'] })
  const { tray: paused } = await noted('paused', 'true')
  expect(paused?.items[1]?.checked).toBe(true)
  await main.act({ do: 'click-tray-item', path: ['More', 'Gone'] })
  await main.recorded((recorded) => recorded.tray === null && recorded.menu !== null)
})

it('tells when there is no such item', async () => {
  const { main, noted } = start()
  await noted('shown')
  await main.act({ do: 'click-tray-item', path: ['Nowhere'] })
  expect((await main.heard('forbidden')).what).toMatch(/no item “Nowhere”; there are: “Open”/)
  await main.act({ do: 'click-tray-item', path: ['Never'] })
  await main.heard('forbidden', ({ what }) => what.includes('“Never” is disabled'))
})

it('records the menu, and does what its roles stand for', async () => {
  const { main } = start()
  const { menu } = await main.recorded((recorded) => recorded.menu !== null && recorded.windows.length === 1)
  expect(menu?.[0]?.items.map(({ label, role, accelerator }) => [label, role, accelerator])).toEqual([
    ['Close it', 'close', 'CommandOrControl+W'],
    ['', null, null],
    ['Quit', 'quit', 'CommandOrControl+Q'],
  ])
  expect(menu?.[1]?.items.map(({ role }) => role)).toContain('zoomIn')
  await main.act({ do: 'click-menu-item', path: ['View', 'Zoom In'] })
  const { windows } = await main.recorded(
    (recorded) => recorded.windows[0]?.zoom !== 1 && recorded.windows.length === 1,
  )
  expect(windows[0]?.zoom).toBeCloseTo(1.2 ** 0.5)
  await main.act({ do: 'click-menu-item', path: ['Pick', 'b'] })
  const { menu: picked } = await main.recorded((recorded) => recorded.menu?.[2]?.items[1]?.checked === true)
  expect(picked?.[2]?.items[0]?.checked).toBe(false)
  await main.act({ do: 'click-menu-item', path: ['File', 'Close it'] })
  expect(await main.ended).toBe(0)
})

it('records notifications, and clicks and dismisses them', async () => {
  const { main, noted } = start()
  const { notifications } = await main.recorded((recorded) => recorded.notifications.length === 2)
  expect(notifications[0]).toEqual({
    number: 1,
    title: 'Filled',
    body: 'All of it',
    silent: true,
    urgency: 'low',
    state: 'shown',
  })
  await main.act({ do: 'click-notification', number: 1 })
  await noted('clicked')
  await main.act({ do: 'dismiss-notification', number: 2 })
  const { notifications: ended } = await main.recorded((recorded) => recorded.notifications[1]?.state === 'closed')
  expect(ended[0]?.state).toBe('clicked')
  await main.act({ do: 'click-notification', number: 2 })
  expect((await main.heard('forbidden')).what).toMatch(/Notification 2 is no longer there/)
})

it('on Windows keeps what timed out, which may be clicked and is replaced by its name', async () => {
  const main = startScript(
    `import { app, dialog, Notification } from 'electron'
     const note = (name, text = '') => dialog.showErrorBox(name, String(text))
     app.setToastActivatorCLSID('7B0B5A0E-3C5D-4C52-9E61-5D2F6C1A8E47')
     app.whenReady().then(() => {
       Notification.handleActivation(({ type, arguments: said }) => note('activated', type + ' ' + said))
       for (const id of ['fill', 'fill', 'alert']) {
         const notice = new Notification({ id, title: id })
         notice.on('close', ({ reason }) => note('closed', reason))
         notice.on('click', () => { note('clicked'); notice.close() })
         notice.show()
       }
     })`,
    { variables: { TIDEMARK_STAND_IN_PLATFORM: 'win32' } },
  )
  const { notifications } = await main.recorded((recorded) => recorded.notifications.length === 3)
  expect(notifications.map(({ state }) => state)).toEqual(['closed', 'shown', 'shown'])
  await main.act({ do: 'time-out-notification', number: 2 })
  await main.act({ do: 'click-notification', number: 2 })
  const { dialogs } = await main.recorded((recorded) => recorded.notifications[1]?.state === 'clicked')
  expect(dialogs.map(({ title, text }) => `${title} ${text}`)).toEqual([
    'closed timedOut',
    'clicked ',
    'activated click type=click&tag=fill',
  ])
})

it('shows no notification where there are none', async () => {
  const main = startScript(
    `import { app, dialog, Notification } from 'electron'
     app.whenReady().then(() => {
       const notice = new Notification({ title: 'x' })
       notice.on('failed', () => dialog.showErrorBox('failed', String(Notification.isSupported())))
       notice.show()
     })`,
    { variables: { TIDEMARK_STAND_IN_NOTIFICATIONS: '0' } },
  )
  const { notifications } = await main.recorded(({ dialogs }) => dialogs[0]?.text === 'false')
  expect(notifications).toEqual([])
})

it('records what is opened elsewhere, and answers dialogs', async () => {
  const { main, noted } = start()
  const { opened, dialogs } = await main.recorded((recorded) => recorded.dialogs.some(({ title }) => title === 'Sure?'))
  expect(opened).toEqual(['https://example.com/help'])
  expect(dialogs.at(-1)).toEqual({ kind: 'none', title: 'Sure?', text: 'Leave\nNow' })
  await main.act({ do: 'answer-dialog', button: 1 })
  await noted('answered', '1')
})
