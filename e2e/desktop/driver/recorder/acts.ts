import { app, BrowserWindow, Menu, net, powerMonitor, screen, webContents } from 'electron'
import { assertNever } from '../../../../src/shared/result.ts'
import type { Act, Display } from '../../stand-in/protocol.ts'
import type { Preferences } from '../../desktop-app.ts'
import type { Record } from './record.ts'

/** Does to the real Electron what a user or the system does: by its own methods where it has them, else by the event. */
export function createActs(record: Record): (act: Act) => unknown {
  const tray = () => [...record.trays.entries()].at(-1) ?? refuse('tray')
  const notification = (number: number) => record.notifications[number - 1] ?? refuse(`notification ${number}`)
  const happened = (emitter: NodeJS.EventEmitter, event: string, ...values: readonly unknown[]) =>
    void emitter.emit(event, { preventDefault: () => undefined }, ...values)

  return (act) => {
    switch (act.do) {
      case 'close-window':
        return windowOf(act.window).close()
      case 'focus-window':
        return windowOf(act.window).focus()
      case 'blur-window':
        return windowOf(act.window).blur()
      case 'minimise-window':
        return windowOf(act.window).minimize()
      case 'move-window':
        return windowOf(act.window).setBounds(act.bounds)
      case 'click-tray':
        return happened(tray()[0], 'click')
      case 'click-tray-item':
        return clickItem(tray()[1].menu, act.path)
      case 'click-menu-item':
        return clickItem(Menu.getApplicationMenu(), act.path)
      case 'click-notification':
        return happened(notification(act.number), 'click')
      case 'dismiss-notification':
        return notification(act.number).close()
      case 'time-out-notification':
        return void notification(act.number).emit('close', { reason: 'timedOut' })
      case 'second-launch':
        return happened(app, 'second-instance', act.arguments, process.cwd(), null)
      case 'activate':
        return happened(app, 'activate', false)
      case 'power':
        return happened(powerMonitor, act.event)
      case 'child-gone':
        return happened(app, 'child-process-gone', { type: act.type, reason: act.reason, exitCode: 1 })
      case 'displays':
        return setDisplays(act.displays)
      case 'online':
        net.isOnline = () => act.online
        return
      case 'answer-dialog':
        return void record.answers.push(act.button)
      case 'read-preferences':
        return webContents.getAllWebContents().map(preferencesOf)
      case 'quit':
        return app.quit()
      default:
        return assertNever(act)
    }
  }
}

function refuse(what: string): never {
  throw new Error(`There is no ${what}.`)
}

function windowOf(id: number): Electron.BrowserWindow {
  return BrowserWindow.fromId(id) ?? refuse(`window ${id}`)
}

function clickItem(menu: Electron.Menu | null, path: readonly string[]): void {
  const [label = '', ...rest] = path
  const item = menu?.items.find((each) => each.label === label && each.enabled) ?? refuse(`enabled item “${label}”`)
  if (rest.length > 0) return clickItem(item.submenu ?? null, rest)
  const window = BrowserWindow.getFocusedWindow() ?? undefined
  item.click(undefined, window, window?.webContents)
}

function setDisplays(displays: readonly Display[]): void {
  // Code that places windows reads these fields of a display and no others.
  const known = displays.map((display) => ({ ...display, bounds: display.workArea })) as unknown as Electron.Display[]
  screen.getAllDisplays = () => known
  screen.getPrimaryDisplay = () => known[0] ?? refuse('display')
  screen.emit('display-metrics-changed', {}, known[0], ['workArea'])
}

function preferencesOf(contents: Electron.WebContents): Preferences | null {
  // Not declared, yet there since Electron's beginnings: what the contents were really made with.
  const asked = contents as unknown as { getLastWebPreferences(): Preferences }
  return asked.getLastWebPreferences()
}
