import { expect, it } from 'vitest'
import { startScript } from './test/fake-parent.ts'

const SCRIPT = `
  import { app, BrowserWindow, dialog } from 'electron'
  app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 900, height: 700, minWidth: 640, minHeight: 480 })
    const note = (name) => dialog.showErrorBox(name, '')
    for (const name of ['focus', 'blur', 'minimize', 'restore', 'move', 'resize', 'maximize', 'unmaximize', 'hide', 'show'])
      window.on(name, () => note(name))
    app.on('second-instance', () => window.maximize())
    app.on('activate', () => { window.unmaximize(); window.hide() })
  })
`

function start() {
  const main = startScript(SCRIPT)
  const names = async (passes: (names: readonly string[]) => boolean) =>
    (await main.recorded(({ dialogs }) => passes(dialogs.map(({ title }) => title)))).windows[0]
  return { main, names }
}

it('starts in the middle of the work area, in front', async () => {
  const { main } = start()
  const { windows } = await main.recorded((recorded) => recorded.windows.length === 1)
  expect(windows[0]).toMatchObject({
    bounds: { x: 510, y: 170, width: 900, height: 700 },
    visible: true,
    focused: true,
  })
})

it('is moved, made small, and comes back', async () => {
  const { main, names } = start()
  const { window } = await main.heard('window-open')
  await main.act({ do: 'move-window', window, bounds: { x: 10, y: 20, width: 300, height: 500 } })
  expect(await names((all) => all.includes('resize'))).toMatchObject({
    bounds: { x: 10, y: 20, width: 640, height: 500 },
  })
  expect(await main.heard('window-size')).toMatchObject({ window, width: 640, height: 500 })
  await main.act({ do: 'minimise-window', window })
  expect(await names((all) => all.includes('minimize'))).toMatchObject({
    minimised: true,
    focused: false,
    visible: false,
  })
  await main.act({ do: 'focus-window', window })
  expect(await names((all) => all.includes('restore'))).toMatchObject({ minimised: false, visible: true })
  await main.act({ do: 'blur-window', window })
  expect((await main.recorded(({ windows }) => windows[0]?.focused === false)).windows).toHaveLength(1)
})

it('goes back from the whole work area to where it was', async () => {
  const { main, names } = start()
  await main.heard('window-open')
  await main.act({ do: 'second-launch', arguments: [] })
  expect(await names((all) => all.includes('maximize'))).toMatchObject({
    maximised: true,
    bounds: { x: 0, y: 0, width: 1920, height: 1040 },
  })
  await main.act({ do: 'activate' })
  expect(await names((all) => all.includes('hide'))).toMatchObject({
    maximised: false,
    visible: false,
    bounds: { x: 510, y: 170, width: 900, height: 700 },
  })
})

it('lets one window have the focus', async () => {
  const main = startScript(`
    import { app, BrowserWindow } from 'electron'
    app.whenReady().then(() => { new BrowserWindow({ title: 'one' }); new BrowserWindow({ title: 'two' }) })
  `)
  const { windows } = await main.recorded((recorded) => recorded.windows.length === 2)
  expect(windows.map(({ title, focused }) => [title, focused])).toEqual([
    ['one', false],
    ['two', true],
  ])
})
