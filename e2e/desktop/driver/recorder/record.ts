import { app, BrowserWindow, dialog, Menu, Notification, session, shell, Tray } from 'electron'
import type {
  Recorded,
  RecordedDialog,
  RecordedNotification,
  RecordedTray,
  RecordedWindow,
} from '../../stand-in/protocol.ts'
import { itemsOf } from './items.ts'
import { patch } from './patch.ts'

interface TrayFacts {
  image: string
  toolTip: string
  menu: Electron.Menu | null
}

/** What the real Electron is asked to show, kept as the stand-in keeps it. */
export interface Record {
  read(): Recorded
  /** Newest last; a destroyed one is not among them. */
  readonly trays: ReadonlyMap<Tray, TrayFacts>
  /** In the order they were shown. */
  readonly notifications: readonly Notification[]
  /** Buttons that the next dialogs are answered with. */
  readonly answers: number[]
}

/** Patches prototypes before main runs. An icon's first image is handed to its constructor and is not seen here. */
export function createRecord(): Record {
  const trays = recordTrays()
  const { notifications, states } = recordNotifications()
  const { dialogs, answers } = recordDialogs()
  const facts = recordApp()
  const flashing = new WeakMap<Electron.BrowserWindow, boolean>()
  patch(
    BrowserWindow.prototype,
    'flashFrame',
    (original) =>
      function (this: Electron.BrowserWindow, flag) {
        flashing.set(this, flag)
        return original.call(this, flag)
      },
  )

  return {
    trays,
    notifications,
    answers,
    read: () => ({
      windows: BrowserWindow.getAllWindows().map((window) => windowOf(window, flashing.get(window) ?? false)),
      tray: [...trays.values()].map(trayOf).at(-1) ?? null,
      menu: itemsOf(Menu.getApplicationMenu()),
      notifications: notifications.map((shown, at) => notificationOf(shown, at + 1, states.get(shown) ?? 'shown')),
      dialogs,
      ...facts,
    }),
  }
}

function recordTrays(): Map<Tray, TrayFacts> {
  const trays = new Map<Tray, TrayFacts>()
  const factsOf = (tray: Tray): TrayFacts => {
    const facts = trays.get(tray) ?? { image: '', toolTip: '', menu: null }
    trays.set(tray, facts)
    return facts
  }
  patch(
    Tray.prototype,
    'setImage',
    (original) =>
      function (this: Tray, image) {
        factsOf(this).image = typeof image === 'string' ? image : ''
        original.call(this, image)
      },
  )
  patch(
    Tray.prototype,
    'setToolTip',
    (original) =>
      function (this: Tray, toolTip) {
        factsOf(this).toolTip = toolTip
        original.call(this, toolTip)
      },
  )
  patch(
    Tray.prototype,
    'setContextMenu',
    (original) =>
      function (this: Tray, menu) {
        factsOf(this).menu = menu
        original.call(this, menu)
      },
  )
  patch(
    Tray.prototype,
    'destroy',
    (original) =>
      function (this: Tray) {
        trays.delete(this)
        original.call(this)
      },
  )
  return trays
}

function recordNotifications() {
  const notifications: Notification[] = []
  const states = new WeakMap<Notification, RecordedNotification['state']>()
  patch(
    Notification.prototype,
    'show',
    (original) =>
      function (this: Notification) {
        notifications.push(this)
        this.once('click', () => states.set(this, 'clicked'))
        this.on('close', ({ reason }) => states.set(this, reason === 'timedOut' ? 'timed-out' : 'closed'))
        original.call(this)
      },
  )
  return { notifications, states }
}

/** Dialogs are answered instead of shown: nobody sits there. */
function recordDialogs() {
  const dialogs: RecordedDialog[] = []
  const answers: number[] = []
  const keep = (kind: string, title = '', text = ''): number => {
    dialogs.push({ kind, title, text })
    return answers.shift() ?? 0
  }
  dialog.showErrorBox = (title, text) => void keep('error', title, text)
  dialog.showMessageBox = (...given: readonly unknown[]) => {
    const options = given.at(-1) as Electron.MessageBoxOptions // the last of both forms
    return Promise.resolve({ response: keep('message', options.title, options.message), checkboxChecked: false })
  }
  dialog.showMessageBoxSync = (...given: readonly unknown[]) => {
    const options = given.at(-1) as Electron.MessageBoxSyncOptions // the last of both forms
    return keep('message', options.title, options.message)
  }
  return { dialogs, answers }
}

/** What is asked of the system through `app`, `shell` and the session; none of it reaches the tester's own computer. */
function recordApp() {
  const opened: string[] = []
  const sessionHandlers: string[] = []
  const facts = {
    opened,
    sessionHandlers,
    badge: 0,
    loginItem: null as Recorded['loginItem'],
    appUserModelId: null as string | null,
    relaunched: null as readonly string[] | null,
  }
  shell.openExternal = async (url) => void opened.push(url)
  app.setBadgeCount = (count = 0) => {
    facts.badge = count
    return true
  }
  app.setLoginItemSettings = ({ openAtLogin = false, args = [] }) =>
    void (facts.loginItem = { openAtLogin, arguments: args })
  app.setAppUserModelId = (id) => void (facts.appUserModelId = id)
  app.relaunch = (options) => void (facts.relaunched = options?.args ?? [])
  app.once('ready', () => {
    for (const name of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
    ] as const)
      patch(
        session.defaultSession,
        name,
        (original) =>
          function (this: Electron.Session, handler: never) {
            sessionHandlers.push(name)
            original.call(this, handler)
          },
      )
  })
  return facts
}

function windowOf(window: Electron.BrowserWindow, flashing: boolean): RecordedWindow {
  return {
    window: window.id,
    title: window.getTitle(),
    bounds: window.getBounds(),
    visible: window.isVisible(),
    focused: window.isFocused(),
    minimised: window.isMinimized(),
    maximised: window.isMaximized(),
    zoom: window.webContents.getZoomFactor(),
    flashing,
  }
}

function trayOf({ image, toolTip, menu }: TrayFacts): RecordedTray {
  return { image, toolTip, items: itemsOf(menu) ?? [] }
}

function notificationOf(
  shown: Notification,
  number: number,
  state: RecordedNotification['state'],
): RecordedNotification {
  const { title, body, silent, urgency } = shown
  return { number, title, body, silent, urgency, state }
}
