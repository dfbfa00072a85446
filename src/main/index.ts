import { app, session } from 'electron'
import { join } from 'node:path'
import { guardContents, denyPermissions } from './guard-contents.ts'
import { openDesktop } from './desktop.ts'
import { acceptLinks } from './electron-link.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { openWindow } from './window.ts'

registerPageScheme()
app.enableSandbox()
guardContents(app)

async function main(): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit()
  await app.whenReady()
  denyPermissions(session.defaultSession)
  servePage(session.defaultSession, join(import.meta.dirname, '..', 'renderer'))
  const desktop = await openDesktop(app, session.defaultSession)
  if (!desktop.ok) return app.exit(1)
  const { desk, stop } = desktop.value

  const window = openWindow(join(import.meta.dirname, '..', 'preload', 'index.cjs'), app.isPackaged)
  acceptLinks(window.webContents, (link) => desk.accept(link))
  app.on('second-instance', () => window.show())
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void stop().finally(() => app.exit(0))
  })
}

void main()
