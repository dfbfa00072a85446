import { EventEmitter } from 'node:events'

/** As much of Electron's module as the recorder patches: classes with their methods on prototypes, and plain objects. */
export function fakeElectron(): Record<string, unknown> {
  class Tray extends EventEmitter {
    readonly image: string
    constructor(image: string) {
      super()
      this.image = image
    }
    setImage(): void {}
    setToolTip(): void {}
    setContextMenu(): void {}
    destroy(): void {}
  }
  class Notification extends EventEmitter {
    constructor(options: object) {
      super()
      Object.assign(this, options)
    }
    show(): void {}
  }
  class BrowserWindow {
    static getAllWindows = () => []
    static getFocusedWindow = () => null
    flashFrame(): void {}
  }
  return {
    Tray,
    Notification,
    BrowserWindow,
    Menu: { getApplicationMenu: () => null, buildFromTemplate: menuOf },
    app: new EventEmitter(),
    dialog: {},
    shell: {},
    session: {},
    net: {},
    powerMonitor: new EventEmitter(),
    screen: new EventEmitter(),
    webContents: { getAllWebContents: () => [] },
  }
}

interface Item {
  readonly submenu?: readonly Item[]
}

function menuOf(template: readonly Item[]): unknown {
  return { items: template.map((item) => ({ ...item, submenu: item.submenu && menuOf(item.submenu) })) }
}
