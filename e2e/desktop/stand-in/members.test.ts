import { expect, it } from 'vitest'
import { startScript } from './test/fake-parent.ts'
import { PIXEL } from './test/pixel.ts'
import { usedMembers } from './test/used-members.ts'

/** One of each thing, with what its class has; a member is there when it is not undefined. */
const SCRIPT = `
  import * as electron from 'electron'
  ${PIXEL}
  const { app, BrowserWindow, Menu, MenuItem, nativeImage, Notification, session, Tray } = electron
  app.whenReady().then(() => {
    const window = new BrowserWindow({ show: false })
    const things = {
      App: [app], AutoUpdater: [electron.autoUpdater], BrowserWindow: [window, BrowserWindow], CommandLine: [app.commandLine],
      Dialog: [electron.dialog], Dock: [app.dock], IpcMain: [electron.ipcMain], Menu: [new Menu(), Menu],
      MenuItem: [new MenuItem({ label: 'x' })], NativeImage: [nativeImage.createFromPath(folder + '/pixel.png'), nativeImage],
      NativeTheme: [electron.nativeTheme], Net: [electron.net], Notification: [new Notification(), Notification],
      PowerMonitor: [electron.powerMonitor], Protocol: [electron.protocol, session.defaultSession.protocol],
      Screen: [electron.screen], Session: [session.defaultSession, session], Shell: [electron.shell],
      Tray: [new Tray(folder + '/pixel.png')], WebContents: [window.webContents],
      WebFrameMain: [window.webContents.mainFrame], WebRequest: [session.defaultSession.webRequest],
    }
    const missing = process.argv.slice(2).filter((name) => {
      const [owner, member] = name.split('.')
      return owner in things && things[owner].every((thing) => thing[member] === undefined)
    })
    electron.dialog.showErrorBox('missing', missing.join())
  })
`

it('has every member of Electron’s things that main uses', { timeout: 180_000 }, async () => {
  const used = [...usedMembers()]
  expect(used).toEqual(expect.arrayContaining(['App.whenReady', 'BrowserWindow.show', 'WebContents.send', 'Tray.on']))
  const main = startScript(SCRIPT, {
    args: [...used, 'App.nothing'],
    variables: { TIDEMARK_STAND_IN_PLATFORM: 'darwin' },
  })
  const { dialogs } = await main.recorded((recorded) => recorded.dialogs.length === 1)
  expect(dialogs[0]?.text).toBe('App.nothing')
})
