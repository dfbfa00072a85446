import type { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { pathMethods } from './app-paths.ts'
import type { AppSystem } from './app-system.ts'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import type { Menus } from './menus.ts'
import { present } from './present.ts'
import type { Quitting } from './quitting.ts'
import { lockMethods } from './single-instance.ts'

export interface AppPorts {
  readonly events: EventEmitter
  readonly quitting: Quitting
  readonly system: AppSystem
  readonly sandbox: { isForced: boolean }
  readonly menus: Menus
  readonly resolveProxy: (url: string) => Promise<string>
}

export function createApp(context: Context, ports: AppPorts): App {
  const { life } = context
  const { events, quitting, system } = ports
  const names = { app: context.environment.name }
  const paths = pathMethods(context, () => names.app)
  const heard: Parameters<typeof lockMethods>[0]['heard'] = (launch) =>
    void life.ready.then(() =>
      events.emit('second-instance', createEvent({}), launch.arguments, launch.workingFolder, launch.data),
    )
  const own: Partial<App> = {
    isReady: life.isReady,
    whenReady: () => life.ready,
    quit: quitting.quit,
    exit: quitting.exit,
    focus: () => undefined,
    hide: () => undefined,
    show: () => undefined,
    resolveProxy: ports.resolveProxy,
  }
  const lock = lockMethods({ folder: () => paths.getPath('userData'), heard })
  const early = beforeReadyMethods(context, ports)
  return present<App>(events, own, paths, lock, nameMethods(context, names), early, ...system.methods)
}

function nameMethods({ environment }: Context, names: { app: string }): Partial<App> {
  return {
    isPackaged: environment.isPackaged,
    getVersion: () => environment.version,
    getName: () => names.app,
    get name() {
      return names.app
    },
    set name(name) {
      names.app = name
    },
    setName: (name) => void (names.app = name),
    getLocale: () => environment.locale,
    getSystemLocale: () => environment.locale,
    getLocaleCountryCode: () => environment.locale.split('-')[1] ?? '',
    getPreferredSystemLanguages: () => [environment.locale],
    setDesktopName: () => undefined,
    setAboutPanelOptions: () => undefined,
    showAboutPanel: () => undefined,
    getAppMetrics: () => [],
  }
}

function beforeReadyMethods({ life, strict }: Context, { sandbox, menus }: AppPorts): Partial<App> {
  const needEarly = (name: string): void =>
    strict.need(!life.isReady(), `app.${name} can only be called before the app is ready.`)
  return {
    enableSandbox: () => {
      needEarly('enableSandbox')
      sandbox.isForced = true
    },
    disableHardwareAcceleration: () => needEarly('disableHardwareAcceleration'),
    get applicationMenu() {
      return menus.current()
    },
    set applicationMenu(value) {
      menus.set(value)
    },
  }
}
