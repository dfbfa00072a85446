import { expect, it } from 'vitest'
import { startScript } from './test/fake-parent.ts'

it('opens a window, serves its page and hears its messages', async () => {
  const main = startScript(`
    import { app, BrowserWindow, ipcMain, protocol, session } from 'electron'
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }])
    await Promise.resolve()
    app.whenReady().then(() => {
      session.defaultSession.protocol.handle('app', () => new Response('page', { headers: { 'x-mine': 'yes' } }))
      const window = new BrowserWindow({ show: false, width: 500, height: 400, title: 'Small' })
      window.once('ready-to-show', () => window.show())
      ipcMain.on('echo', (event, text) => event.sender.send('echo', text, event.senderFrame.origin))
      void window.loadURL('app://main/')
    })
  `)
  const { window, options } = await main.heard('window-open')
  expect(options).toMatchObject({ width: 500, height: 400, contextIsolation: true, sandbox: true })
  expect(await main.heard('window-load')).toMatchObject({ window, url: 'app://main/' })

  const fetch = { url: 'app://main/', method: 'GET', headers: {}, resourceType: 'mainFrame' }
  const fetched = await main.ask({ kind: 'fetch', window, fetch })
  expect(fetched).toMatchObject({ kind: 'response', status: 200, headers: { 'x-mine': 'yes' } })
  expect(Buffer.from((fetched as { body: Uint8Array }).body).toString()).toBe('page')

  main.tell({ kind: 'loaded', window })
  const { windows } = await main.recorded((recorded) => recorded.windows[0]?.visible === true)
  expect(windows[0]).toMatchObject({ title: 'Small', focused: true })

  const frame = { isMain: true, url: 'app://main/', origin: 'app://main' }
  main.tell({ kind: 'message', window, message: { channel: 'echo', values: ['hello'], frame } })
  expect(await main.heard('send')).toMatchObject({ window, channel: 'echo', values: ['hello', 'app://main'] })
})
