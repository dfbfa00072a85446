import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it as anywhere, onTestFinished } from 'vitest'
import { startScript, testFolder, type FakeParent } from './test/fake-parent.ts'

/** The updater of AppImages; another system has other folders and lists. */
const it = anywhere.skipIf(process.platform !== 'linux')

/** Larger than one piece of a stream. */
const FILE = Buffer.alloc(300_000, 'update')
const SHA512 = createHash('sha512').update(FILE).digest('base64')
const FEED = `version: 2.0.0\nfiles:\n  - url: app.AppImage\n    sha512: ${SHA512}\n    size: ${FILE.length}\n`

/** electron-updater's generic provider (electron.build/publish#generic); the file lies behind a redirect. */
async function serveFeed(file: Buffer): Promise<string> {
  const server = createServer(({ url = '' }, answer) => {
    if (url.startsWith('/latest')) answer.end(FEED)
    else if (url === '/app.AppImage') answer.writeHead(302, { location: '/elsewhere' }).end()
    else if (url === '/elsewhere') answer.end(file)
    else answer.writeHead(404).end()
  })
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function startUpdater(url: string, folder: string): FakeParent {
  writeFileSync(join(folder, 'app-update.yml'), `provider: generic\nurl: ${url}\nupdaterCacheDirName: cache\n`)
  return startScript(
    `
    import { app, dialog } from 'electron'
    import { createRequire } from 'node:module'
    const { AppImageUpdater } = createRequire(${JSON.stringify(import.meta.filename)})('electron-updater')
    const note = (name, text) => dialog.showErrorBox(name, String(text))
    app.whenReady().then(async () => {
      const updater = new AppImageUpdater()
      updater.autoDownload = false
      updater.logger = null
      updater.on('error', (error) => note('error', error.message))
      updater.on('update-available', ({ version }) => note('available', app.getVersion() + ' to ' + version))
      updater.on('update-downloaded', ({ downloadedFile }) => note('downloaded', downloadedFile))
      await updater.checkForUpdates()
      await updater.downloadUpdate()
    }).catch(() => undefined)
    `,
    {
      folder,
      variables: {
        APPIMAGE: join(folder, 'old.AppImage'),
        XDG_CACHE_HOME: folder,
        TIDEMARK_STAND_IN_PACKAGED: '1',
        TIDEMARK_STAND_IN_VERSION: '1.0.0',
        TIDEMARK_STAND_IN_RESOURCES: folder,
      },
    },
  )
}

async function noted(main: FakeParent, title: string): Promise<string> {
  const { dialogs } = await main.recorded((recorded) => recorded.dialogs.some((each) => each.title === title))
  return dialogs.find((each) => each.title === title)?.text ?? ''
}

it('lets the real updater find, fetch and verify an update', async () => {
  const main = startUpdater(await serveFeed(FILE), testFolder())
  expect(await noted(main, 'available')).toBe('1.0.0 to 2.0.0')
  expect(readFileSync(await noted(main, 'downloaded')).equals(FILE)).toBe(true)
})

it('lets the real updater refuse a file that is another', async () => {
  const main = startUpdater(await serveFeed(Buffer.from(FILE).fill('x', 5, 6)), testFolder())
  expect(await noted(main, 'error')).toMatch(/sha512 checksum mismatch/)
})

it('lets the real updater find nobody there', async () => {
  const main = startUpdater('http://127.0.0.1:1', testFolder())
  expect(await noted(main, 'error')).toMatch(/net::ERR_CONNECTION_REFUSED/)
})
