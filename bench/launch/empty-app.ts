import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MAIN = `
import { app, BrowserWindow, protocol, session } from 'electron'
const privileges = { standard: true, secure: true, supportFetchAPI: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
const headers = { 'content-type': 'text/html' }
const page = () => new Response('<!doctype html><main>empty</main>', { headers })
app.whenReady().then(() => {
  session.defaultSession.protocol.handle('app', page)
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://main/')
})
`

/** An app that shows one word and does nothing else: what a desktop app costs before it is ours. */
export function writeEmptyApp(folder: string): string {
  const built = join(folder, 'empty')
  mkdirSync(join(built, 'main'), { recursive: true })
  writeFileSync(join(built, 'main', 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(built, 'main', 'index.js'), MAIN)
  return built
}
