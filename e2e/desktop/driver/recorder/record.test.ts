import { beforeEach, expect, it, vi } from 'vitest'
import { createActs } from './acts.ts'
import { createRecord } from './record.ts'

const electron = vi.hoisted((): { exports: unknown } => ({ exports: null }))
vi.mock('electron', async () => {
  const { fakeElectron } = await import('./test/fake-electron.ts')
  const made = fakeElectron()
  electron.exports = made
  return made
})

/** What main has of Electron, as far as it is used here. */
interface Main {
  readonly Tray: new (image: string) => Electron.Tray
  readonly Menu: { buildFromTemplate(template: readonly unknown[]): Electron.Menu }
  readonly Notification: new (options: object) => Electron.Notification
  readonly app: Electron.App
  readonly shell: Electron.Shell
  readonly dialog: Electron.Dialog
}
const main = (): Main => electron.exports as Main

const kept = { record: createRecord(), act: createActs(createRecord()) }
beforeEach(() => {
  kept.record = createRecord()
  kept.act = createActs(kept.record)
})

it('keeps what the tray shows, and clicks through its menu', () => {
  const { Tray, Menu } = main()
  const clicked: string[] = []
  const tray = new Tray('first.png')
  tray.on('click', () => void clicked.push('tray'))
  tray.setImage('live.png')
  tray.setToolTip('Live')
  const quit = { label: 'Quit', enabled: true, click: () => clicked.push('quit') }
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'More', enabled: true, submenu: [quit] }]))
  expect(kept.record.read().tray).toMatchObject({ image: 'live.png', toolTip: 'Live', items: [{ label: 'More' }] })
  kept.act({ do: 'click-tray' })
  kept.act({ do: 'click-tray-item', path: ['More', 'Quit'] })
  expect(clicked).toEqual(['tray', 'quit'])
  expect(() => kept.act({ do: 'click-tray-item', path: ['Nothing'] })).toThrow('There is no enabled item “Nothing”.')
  tray.destroy()
  expect(kept.record.read().tray).toBeNull()
})

it('counts notices in the order they were shown, and what became of them', () => {
  const { Notification } = main()
  for (const title of ['One', 'Two', 'Three'])
    new Notification({ title, body: '', silent: false, urgency: 'normal' }).show()
  kept.act({ do: 'click-notification', number: 2 })
  kept.act({ do: 'time-out-notification', number: 3 })
  expect(kept.record.read().notifications.map(({ number, title, state }) => [number, title, state])).toEqual([
    [1, 'One', 'shown'],
    [2, 'Two', 'clicked'],
    [3, 'Three', 'timed-out'],
  ])
})

it('answers dialogs as the test says, and hands nothing to the tester’s own system', async () => {
  const { dialog, shell, app } = main()
  kept.act({ do: 'answer-dialog', button: 1 })
  expect((await dialog.showMessageBox({ message: 'Remove?' })).response).toBe(1)
  expect(dialog.showMessageBoxSync({ message: 'Again?' })).toBe(0)
  await shell.openExternal('https://example.com/')
  app.setBadgeCount(3)
  app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] })
  expect(kept.record.read()).toMatchObject({
    dialogs: [{ text: 'Remove?' }, { text: 'Again?' }],
    opened: ['https://example.com/'],
    badge: 3,
    loginItem: { openAtLogin: true, arguments: ['--hidden'] },
  })
})
