import type { App, CommandLine, Dock } from 'electron'
import type { Context } from './context.ts'
import type { Recorded } from './protocol.ts'

/** What the app tells the system about itself: start at login, its badge, its switches. */
export interface AppSystem {
  readonly methods: readonly Partial<App>[]
  recorded(): Pick<Recorded, 'badge' | 'loginItem' | 'appUserModelId' | 'relaunched'>
}

type SystemState = { -readonly [Name in keyof ReturnType<AppSystem['recorded']>]: Recorded[Name] }

interface SystemParts {
  readonly state: SystemState
  change(part: Partial<SystemState>): void
}

export function createAppSystem(context: Context): AppSystem {
  const state: SystemState = { badge: 0, loginItem: null, appUserModelId: null, relaunched: null }
  const change = (part: Partial<SystemState>): void => {
    Object.assign(state, part)
    context.changed()
  }
  const methods: Partial<App> = {
    setAppUserModelId: (appUserModelId) => change({ appUserModelId }),
    setToastActivatorCLSID: (id) => setClass(context, id),
    relaunch: (options) => change({ relaunched: options?.args ?? process.argv.slice(1) }),
    commandLine: createCommandLine(context),
    dock: context.environment.platform === 'darwin' ? createDock(change) : undefined,
  }
  const parts = { state, change }
  return {
    methods: [methods, badgeMethods(parts), loginMethods(context, parts)],
    recorded: () => ({ ...state }),
  }
}

/** Windows alone finds programs by it. */
function setClass({ environment, strict }: Context, id: string): void {
  strict.need(environment.platform === 'win32', 'app.setToastActivatorCLSID is there on Windows alone.')
  const isClass = /^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(id)
  strict.need(isClass, `app.setToastActivatorCLSID: “${id}” is no CLSID.`)
}

function badgeMethods({ state, change }: SystemParts): Pick<App, 'setBadgeCount' | 'getBadgeCount' | 'badgeCount'> {
  return {
    setBadgeCount: (badge = 0) => {
      change({ badge })
      return true
    },
    getBadgeCount: () => state.badge,
    get badgeCount() {
      return state.badge
    },
    set badgeCount(badge) {
      change({ badge })
    },
  }
}

/** Documented for macOS and Windows only; elsewhere nothing happens. */
function loginMethods(
  { environment, strict }: Context,
  { state, change }: SystemParts,
): Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings'> {
  const hasLoginItems = environment.platform !== 'linux'
  return {
    setLoginItemSettings: (settings) => {
      strict.needKnownOptions('Settings', settings, 'app.setLoginItemSettings')
      const { openAtLogin = false, args = [] } = settings
      if (hasLoginItems) change({ loginItem: { openAtLogin, arguments: args } })
    },
    getLoginItemSettings: () => {
      const openAtLogin = state.loginItem?.openAtLogin ?? false
      return {
        openAtLogin,
        wasOpenedAtLogin: hasLoginItems && environment.openedAtLogin,
        status: openAtLogin ? 'enabled' : 'not-registered',
        executableWillLaunchAtLogin: openAtLogin,
        launchItems: [],
      }
    },
  }
}

function createCommandLine({ life, strict }: Context): CommandLine {
  const switches = readSwitches(process.argv)
  const methods: Partial<CommandLine> = {
    appendSwitch: (name, value = '') => {
      strict.need(name === name.toLowerCase(), `app.commandLine.appendSwitch: “${name}” must be lower case.`)
      strict.need(!life.isReady(), 'app.commandLine.appendSwitch has no effect once the app is ready.')
      switches.set(name, value)
    },
    appendArgument: () => undefined,
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch: (name) => void switches.delete(name),
  }
  return methods as CommandLine // a class in the declarations; its objects are only ever read off the app
}

/** As Chromium reads them off the program's own command line. */
function readSwitches(args: readonly string[]): Map<string, string> {
  const given = args.filter((each) => each.startsWith('--')).map((each) => each.slice(2).split('='))
  return new Map(given.map(([name = '', ...value]) => [name, value.join('=')]))
}

function createDock(change: (part: { readonly badge: number }) => void): Dock {
  const state = { text: '', isVisible: true }
  const methods: Partial<Dock> = {
    setBadge: (text) => {
      state.text = text
      change({ badge: Number.parseInt(text, 10) || 0 })
    },
    getBadge: () => state.text,
    hide: () => void (state.isVisible = false),
    show: async () => void (state.isVisible = true),
    isVisible: () => state.isVisible,
    setMenu: () => undefined,
    setIcon: () => undefined,
    bounce: () => 1,
    cancelBounce: () => undefined,
  }
  return methods as Dock // as above
}
