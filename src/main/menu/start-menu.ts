import type { Menu, MenuItemConstructorOptions } from 'electron'
import { assertNever } from '../../shared/result.ts'
import type { Shell } from '../shell.ts'
import type { MenuAction, MenuItem } from './menu-item.ts'
import { menuModel, type MenuState } from './menu-model.ts'
import { menuTemplate } from './menu-template.ts'
import { perform, type Performers } from './perform.ts'

/** `Menu` as Electron gives it. */
export interface MenuHost {
  buildFromTemplate(template: MenuItemConstructorOptions[]): Menu
  setApplicationMenu(menu: Menu | null): void
}

type Around = Performers & Pick<Shell, 'leaving' | 'voice'>

/** Keeps the menu bar true. */
export function startMenu(host: MenuHost, around: Around): void {
  const { desktop, leaving, voice } = around
  const shown = { model: '' }

  function render(): void {
    const model = menuModel(stateOf(around))
    // An open menu would close with every new one.
    const text = JSON.stringify(model)
    if (text === shown.model) return
    shown.model = text
    show(host, model, (action) => perform(action, around))
  }

  render()
  leaving.onStop(voice.onChange(render))
  leaving.onStop(desktop.update.onChange(render))
}

function show(host: MenuHost, model: readonly MenuItem[], act: (action: MenuAction) => void): void {
  host.setApplicationMenu(host.buildFromTemplate(menuTemplate(model, act)))
}

function stateOf({ app, desktop, voice }: Around): MenuState {
  return {
    system: systemOf(process.platform),
    say: voice.say,
    amounts: voice.amounts(),
    updates: updatesOf(desktop.update.get('update')?.state),
    build: app.isPackaged ? 'packaged' : 'development',
  }
}

export function systemOf(platform: NodeJS.Platform): MenuState['system'] {
  return platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux'
}

type UpdateState = NonNullable<ReturnType<Shell['desktop']['update']['get']>>['state']

function updatesOf(state: UpdateState | undefined): MenuState['updates'] {
  switch (state) {
    case undefined:
    case 'unavailable':
      return 'never'
    case 'off':
    case 'idle':
    case 'found':
      return 'possible'
    case 'checking':
    case 'downloading':
    case 'verifying':
    case 'ready':
      return 'not-now'
    default:
      return assertNever(state)
  }
}
