import { EventEmitter } from 'node:events'
import { createActs } from './acts.ts'
import { createAppSystem } from './app-system.ts'
import { createApp } from './app.ts'
import { createAutoUpdater } from './auto-updater.ts'
import type { Channel } from './channel.ts'
import type { Context } from './context.ts'
import { readDeclarations } from './declarations.ts'
import { createDialogs } from './dialog.ts'
import { doRole } from './do-role.ts'
import { createEvent } from './electron-event.ts'
import type { Environment } from './environment.ts'
import { createIpcMain } from './ipc-main.ts'
import { createLedger } from './ledger.ts'
import { createLife } from './life.ts'
import { createMenus } from './menus.ts'
import { createImages } from './native-image.ts'
import { createNativeTheme } from './native-theme.ts'
import { createNet } from './net.ts'
import { createNotifications } from './notification.ts'
import { createPower } from './power-monitor.ts'
import { createPrivilegedSchemes } from './protocol-handlers.ts'
import { createQuitting, type Quitting } from './quitting.ts'
import { createScreens } from './screen.ts'
import { createSessions } from './sessions.ts'
import { createShells } from './shell.ts'
import { createStrict } from './strict.ts'
import { takeFromParent } from './take-from-parent.ts'
import { createTrays } from './tray.ts'
import { createWindows } from './windows.ts'

/** One Electron: every area, wired to each other and to the parent. */
export function createElectron(environment: Environment, channel: Channel) {
  const ledger = createLedger(channel)
  const declarations = readDeclarations()
  const strict = createStrict(channel, declarations)
  const { changed } = ledger
  const context: Context = { environment, channel, strict, declarations, life: createLife(), changed }
  const events = new EventEmitter()
  const shown = createShown(context, events)
  const asides = createAsides(context, shown)
  const app = createApp(context, { ...shown, ...asides, events, resolveProxy: async () => environment.proxy })

  ledger.open(() => ({
    windows: shown.windows.recorded(),
    tray: asides.trays.recorded(),
    menu: asides.menus.recorded(),
    notifications: asides.notifications.recorded(),
    dialogs: asides.dialogs.recorded(),
    opened: asides.shells.recorded(),
    sessionHandlers: shown.sessions.handlerNames(),
    ...asides.system.recorded(),
  }))
  const acts = createActs({ ...shown, ...asides, context, app, events })
  takeFromParent({ context, events, windows: shown.windows, acts, flush: ledger.flush })
  return { start: () => start(context, events), electron: { app, ...exported(context, shown, asides) } }
}

/** The windows and what they need: sessions, displays, and the quitting that closes them. */
function createShown(context: Context, events: EventEmitter) {
  const sandbox = { isForced: false }
  const late = { quitting: null as Quitting | null }
  const sessions = createSessions(context, createPrivilegedSchemes(context))
  const ipcMain = createIpcMain()
  const screens = createScreens(context)
  const windows = createWindows(context, {
    app: events,
    sessions,
    ipcMain,
    isSandboxed: () => sandbox.isForced,
    area: screens.area,
    stayed: () => late.quitting?.stayed(),
    allGone: () => late.quitting?.allGone(),
  })
  const quitting = createQuitting(context, { events, windows: windows.all })
  late.quitting = quitting
  return { sandbox, late, sessions, ipcMain, screens, windows, quitting }
}

type Shown = ReturnType<typeof createShown>

/** What the system shows outside the windows, and what it tells. */
function createAsides(context: Context, { late, sessions, windows }: Shown) {
  const images = createImages(context)
  const focused = () => windows.BrowserWindow.getFocusedWindow()
  const quit = (): void => late.quitting?.quit()
  return {
    images,
    menus: createMenus(context, { images, doRole: (role) => doRole({ quit, focused }, role) }),
    trays: createTrays(context, images),
    notifications: createNotifications(context, images),
    dialogs: createDialogs(context),
    shells: createShells(context),
    system: createAppSystem(context),
    power: createPower(),
    net: createNet(context, sessions),
  }
}

type Asides = ReturnType<typeof createAsides>

function exported(context: Context, shown: Shown, asides: Asides) {
  return {
    autoUpdater: createAutoUpdater(),
    BrowserWindow: shown.windows.BrowserWindow,
    dialog: asides.dialogs.dialog,
    ipcMain: shown.ipcMain,
    Menu: asides.menus.Menu,
    MenuItem: asides.menus.MenuItem,
    nativeImage: asides.images.nativeImage,
    nativeTheme: createNativeTheme(context),
    net: asides.net.net,
    Notification: asides.notifications.Notification,
    powerMonitor: asides.power.powerMonitor,
    protocol: shown.sessions.protocol,
    screen: shown.screens.screen,
    session: shown.sessions.session,
    shell: asides.shells.shell,
    Tray: asides.trays.Tray,
  }
}

/** The entry has run: Electron is ready a turn later. */
function start({ life, changed }: Context, events: EventEmitter): void {
  setImmediate(() => {
    life.becomeReady()
    events.emit('will-finish-launching')
    events.emit('ready', createEvent({}), {})
    changed()
  })
}
