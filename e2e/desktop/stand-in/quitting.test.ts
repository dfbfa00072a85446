import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startScript, testFolder } from './test/fake-parent.ts'

const NOTE = `
  import { app, BrowserWindow } from 'electron'
  import { appendFileSync } from 'node:fs'
  const note = (what) => appendFileSync(process.env.TIDEMARK_STAND_IN_FOLDER + '/notes', what + '\\n')
  for (const name of ['before-quit', 'will-quit', 'window-all-closed']) app.on(name, () => note(name))
  app.on('quit', (_, code) => note('quit ' + code))
  const open = (prevented) => {
    const window = new BrowserWindow()
    window.on('close', (event) => { note('close'); if (prevented.left-- > 0) event.preventDefault() })
    window.on('closed', () => note('closed'))
    window.webContents.on('destroyed', () => note('destroyed'))
    return window
  }
`

function start(text: string) {
  const folder = testFolder()
  const main = startScript(NOTE + text, { folder })
  return { main, notes: () => readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n') }
}

it('quits in the documented order', async () => {
  const { main, notes } = start(`app.whenReady().then(() => { open({ left: 0 }); app.quit() })`)
  expect(await main.ended).toBe(0)
  expect(notes()).toEqual(['before-quit', 'close', 'destroyed', 'closed', 'will-quit', 'quit 0'])
})

it('stays when a window does not close, and quits the next time', async () => {
  const { main, notes } = start(`app.whenReady().then(() => { open({ left: 1 }) })`)
  await main.recorded(({ windows }) => windows.length === 1)
  await main.act({ do: 'quit' })
  expect(notes()).toEqual(['before-quit', 'close'])
  await main.act({ do: 'quit' })
  await main.ended
  expect(notes().slice(2)).toEqual(['before-quit', 'close', 'destroyed', 'closed', 'will-quit', 'quit 0'])
})

it('waits for what prevents its end', async () => {
  const { main, notes } = start(`
    app.once('will-quit', (event) => { event.preventDefault(); setTimeout(() => { note('stopped'); app.exit(3) }, 10) })
    app.whenReady().then(() => { open({ left: 0 }); app.quit() })
  `)
  expect(await main.ended).toBe(3)
  expect(notes().slice(-3)).toEqual(['will-quit', 'stopped', 'quit 3'])
})

it('asks nobody when it must end at once', async () => {
  const { main, notes } = start(`app.whenReady().then(() => { open({ left: 9 }); app.exit(2) })`)
  expect(await main.ended).toBe(2)
  expect(notes()).toEqual(['destroyed', 'closed', 'quit 2'])
})

it('tells that the last window closed, and stays', async () => {
  const { main, notes } = start(`
    app.on('window-all-closed', () => app.setBadgeCount(1))
    app.whenReady().then(() => { open({ left: 0 }) })
  `)
  const { window } = await main.heard('window-open')
  await main.act({ do: 'close-window', window })
  await main.recorded(({ badge }) => badge === 1)
  expect(notes()).toEqual(['close', 'destroyed', 'closed', 'window-all-closed'])
})

it('quits with its last window when nobody listens for that', async () => {
  const main = startScript(`
    import { app, BrowserWindow } from 'electron'
    app.whenReady().then(() => new BrowserWindow().close())
  `)
  expect(await main.ended).toBe(0)
})

it('quits when the system asks it to', async () => {
  const { main, notes } = start(`app.whenReady().then(() => { open({ left: 0 }) })`)
  await main.recorded(({ windows }) => windows.length === 1)
  main.kill('SIGTERM')
  expect(await main.ended).toBe(0)
  expect(notes()).toEqual(['before-quit', 'close', 'destroyed', 'closed', 'will-quit', 'quit 0'])
})

it('ends with its parent', async () => {
  const main = startScript(`import { app } from 'electron'`)
  main.leave()
  expect(await main.ended).toBe(1)
})
