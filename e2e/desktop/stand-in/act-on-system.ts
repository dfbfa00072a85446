import type { EventEmitter } from 'node:events'
import type { App } from 'electron'
import type { Preferences } from '../desktop-app.ts'
import type { Dialogs } from './dialog.ts'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import type { Menus } from './menus.ts'
import type { NetControls } from './net.ts'
import type { Notifications } from './notification.ts'
import type { Power } from './power-monitor.ts'
import type { Act } from './protocol.ts'
import type { Screens } from './screen.ts'
import type { Trays } from './tray.ts'
import type { FullPreferences } from './web-preferences.ts'
import type { Windows } from './windows.ts'

export interface SystemPorts {
  readonly context: Context
  readonly app: App
  /** The app's own emitter. */
  readonly events: EventEmitter
  readonly windows: Windows
  readonly screens: Screens
  readonly power: Power
  readonly dialogs: Dialogs
  readonly net: NetControls
  readonly menus: Menus
  readonly trays: Trays
  readonly notifications: Notifications
}

type SystemAct = Exclude<Act, { readonly window: number }>

/** What the user does outside the windows, and what the system does by itself. */
export function actOnSystem(ports: SystemPorts, act: SystemAct): unknown {
  switch (act.do) {
    case 'click-tray':
      return ports.trays.click()
    case 'click-tray-item':
      return ports.trays.clickItem(act.path)
    case 'click-menu-item':
      return ports.menus.click(act.path)
    case 'click-notification':
      return ports.notifications.click(act.number)
    case 'dismiss-notification':
      return ports.notifications.dismiss(act.number)
    case 'time-out-notification':
      return ports.notifications.timeOut(act.number)
    case 'answer-dialog':
      return ports.dialogs.answer(act.button)
    case 'displays':
      return ports.screens.replace(act.displays)
    case 'online':
      return ports.net.setOnline(act.online)
    case 'power':
      return happen(ports, act.event)
    case 'quit':
      return ports.app.quit()
    default:
      return actOnApp(ports, act)
  }
}

/** Windows asks each window whether the session may end, and then ends it; the other systems tell the monitor. */
function happen({ context, windows, power }: SystemPorts, event: Parameters<Power['happen']>[0]): boolean {
  if (context.environment.platform !== 'win32' || event !== 'shutdown') return power.happen(event)
  for (const each of windows.all()) {
    for (const name of ['query-session-end', 'session-end']) each.events.emit(name, createEvent({ reasons: [] }))
  }
  return false
}

type AppAct = Extract<SystemAct, { readonly do: 'second-launch' | 'activate' | 'child-gone' | 'read-preferences' }>

function actOnApp({ events, windows }: SystemPorts, act: AppAct): unknown {
  switch (act.do) {
    case 'second-launch':
      return tell(events, 'second-instance', [process.execPath, ...act.arguments], process.cwd(), null)
    case 'activate':
      return tell(
        events,
        'activate',
        windows.recorded().some(({ visible }) => visible),
      )
    case 'child-gone':
      return tell(events, 'child-process-gone', { type: act.type, reason: act.reason, exitCode: 1 })
    case 'read-preferences':
      return windows.all().map(({ page }) => pickPreferences(page.preferences))
  }
}

function tell(events: EventEmitter, name: string, ...values: readonly unknown[]): void {
  events.emit(name, createEvent({}), ...values)
}

function pickPreferences(all: FullPreferences): Preferences {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag, devTools } = all
  return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag, devTools }
}
