import { expect, it } from 'vitest'
import { tryAll, type Attempt } from './test/attempts.ts'

type Refusal = readonly [code: string, says: RegExp]

const OPTIONS: readonly Refusal[] = [
  ['new BrowserWindow({ widht: 1 })', /BrowserWindow has no option “widht”/],
  [
    'new BrowserWindow({ webPreferences: { contextIsolated: true } })',
    /webPreferences has no option “contextIsolated”/,
  ],
  ["new Notification({ tittle: '' })", /Notification has no option “tittle”/],
  ["new Notification({ urgency: 'high' })", /Notification has no urgency “high”/],
  ["new Notification({ timeoutType: 'long' })", /Notification has no timeoutType “long”/],
  ["new Notification({ id: 'alert critical' })", /Windows takes no tag “alert critical”/],
  ['Notification.handleActivation(() => undefined)', /handleActivation is there on Windows alone/],
  ["app.setToastActivatorCLSID('{7B0B5A0E-3C5D-4C52-9E61-5D2F6C1A8E47}')", /is there on Windows alone/],
  ["new Notification({ icon: folder + '/none.png' })", /Failed to load image from path/],
  ["await dialog.showMessageBox({ text: '' })", /dialog.showMessageBox has no option “text”/],
  ["await dialog.showMessageBox({ message: '', type: 'wrong' })", /dialog.showMessageBox has no type “wrong”/],
  ['app.setLoginItemSettings({ openAtlogin: true })', /app.setLoginItemSettings has no option “openAtlogin”/],
  ["session.fromPartition('x', { cached: false })", /session.fromPartition has no option “cached”/],
  ["app.getPath('userdata')", /app has no path of that name/],
  ["app.setPath('userData', 'relative')", /must be absolute/],
]

const MENUS: readonly Refusal[] = [
  ["Menu.buildFromTemplate([{ lable: '' }])", /A menu item has no option “lable”/],
  ["Menu.buildFromTemplate([{ role: 'leave' }])", /A menu item has no role “leave”/],
  ["Menu.buildFromTemplate([{ label: 'x', type: 'tick' }])", /A menu item has no type “tick”/],
  ["Menu.buildFromTemplate([{ label: 'x', accelerator: 'Ctrl+Nothing' }])", /accelerator “Ctrl\+Nothing” is none/],
  ['Menu.buildFromTemplate([{ enabled: true }])', /needs a label, a role, or to be a separator/],
  ["Menu.buildFromTemplate([{ label: 'x', type: 'submenu' }])", /of type submenu needs a submenu/],
  ["Menu.buildFromTemplate([{ label: 'x', submenu: [{ role: 'leave' }] }])", /has no role “leave”/],
  ["new MenuItem({ role: 'leave' })", /A menu item has no role “leave”/],
  ['Menu.buildFromTemplate({})', /Invalid template for Menu/],
]

const PICTURES: readonly Refusal[] = [
  ["new Tray(folder + '/none.png')", /Tray: Failed to load image from path '.*none.png'/],
  ["new Tray(folder + '/main.mjs')", /Tray: Failed to load image/],
  ['new Tray(nativeImage.createEmpty())', /Tray: the picture is empty/],
  ["nativeImage.createFromPath(folder + '/none.png')", /there is no picture at/],
  ["nativeImage.createFromBuffer(Buffer.from('text'))", /the buffer holds no picture/],
]

const PAGES: readonly Refusal[] = [
  ["await new BrowserWindow().loadURL('other://main/')", /nobody handles the scheme of “other:/],
  ["await new BrowserWindow().loadURL('main')", /“main” is no address/],
  ["session.defaultSession.protocol.handle('app', respond); protocol.handle('app', respond)", /handled already/],
  ["protocol.unhandle('other')", /is not handled/],
  ["protocol.handle('No scheme', respond)", /is no scheme/],
  ["new BrowserWindow().webContents.send('link', () => 1)", /An object could not be cloned/],
  ["new BrowserWindow().webContents.send('')", /needs a channel/],
  ['new BrowserWindow().webContents.setZoomFactor(0)', /must be above 0/],
  ['new BrowserWindow().setBounds({ x: 0.5 })', /must be a whole number/],
  ["await shell.openExternal('main')", /is no address/],
  ["await shell.openPath('relative')", /must be absolute/],
  ["session.defaultSession.setPermissionCheckHandler('yes')", /must be a function/],
]

const DESTROYED: readonly Refusal[] = [
  ['gone.setTitle("")', /Object has been destroyed/],
  ['gone.getBounds()', /Object has been destroyed/],
  ['gone.webContents', /Object has been destroyed/],
  ['gone.id', /Object has been destroyed/],
  ['contents.send("link", "")', /Object has been destroyed/],
  ['contents.mainFrame', /Object has been destroyed/],
  ['tray.setToolTip("")', /Object has been destroyed/],
]

const PREPARE = `
  globalThis.respond = () => new Response()
  globalThis.gone = new BrowserWindow()
  globalThis.contents = gone.webContents
  gone.destroy()
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(folder + '/pixel.png', Buffer.from(pixel, 'base64'))
  globalThis.tray = new Tray(folder + '/pixel.png')
  tray.destroy()
`

it('refuses options, pictures, pages and things destroyed as Electron does', async () => {
  const refusals = [OPTIONS, MENUS, PICTURES, PAGES, DESTROYED].flat()
  const attempts = refusals.map(([code]): Attempt => ({ what: code, when: 'ready', code }))
  const { thrown, main } = await tryAll([{ what: 'prepare', when: 'ready', code: PREPARE }, ...attempts])
  expect(thrown['prepare']).toBeNull()
  for (const [code, says] of refusals) expect(thrown[code], code).toMatch(says)
  expect(main.messages.filter(({ kind }) => kind === 'forbidden')).toHaveLength(refusals.length)
})

it('lets a destroyed window say so, and be left', async () => {
  const { thrown } = await tryAll([
    { what: 'prepare', when: 'ready', code: PREPARE },
    {
      what: 'asked',
      when: 'ready',
      code: 'if (!gone.isDestroyed() || !contents.isDestroyed()) throw new Error("not")',
    },
    { what: 'left', when: 'ready', code: 'gone.off("close", respond); contents.removeAllListeners()' },
  ])
  expect(thrown).toEqual({ prepare: null, asked: null, left: null })
})
