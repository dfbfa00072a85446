import type { OutsideLink, Place } from '../../shared/desktop-rows.ts'
import type { Say } from '../words/say.ts'
import { action, byMenu, byPage, line, menu, role, type MenuItem } from './menu-item.ts'

export interface MenuState {
  readonly system: 'mac' | 'windows' | 'linux'
  readonly say: Say
  readonly amounts: 'shown' | 'hidden'
  /** Whether looking for an update can be asked for just now; `never` leaves the item out. */
  readonly updates: 'possible' | 'not-now' | 'never'
  /** Started from source: pages can be reloaded and looked into. */
  readonly build: 'development' | 'packaged'
}

/** The tabs with a key of their own, in the page's order. */
export const MENU_TABS = [
  'account',
  'markets',
  'alerts',
  'system',
  'settings',
] as const satisfies readonly Place['tab'][]

const LINKS = ['manual', 'home', 'releases', 'security', 'problem'] as const satisfies readonly OutsideLink[]

/** The whole menu bar as data. */
export function menuModel(state: MenuState): readonly MenuItem[] {
  const bar = [fileMenu(state), editMenu(state), viewMenu(state), windowMenu(state), helpMenu(state)]
  return state.system === 'mac' ? [appMenu(state), ...bar] : bar
}

/** macOS gives the first menu the program's name whatever its label is. */
function appMenu(state: MenuState): MenuItem {
  const { say } = state
  return menu('Tidemark', [
    role('about', say('menu.about')),
    ...updateItem(state),
    line,
    settingsItem(state),
    line,
    { kind: 'menu', label: say('menu.services'), role: 'services', items: [] },
    line,
    role('hide', say('menu.hide')),
    role('hideOthers', say('menu.hide-others')),
    role('unhide', say('menu.show-all')),
    line,
    quitItem(state),
  ])
}

function fileMenu(state: MenuState): MenuItem {
  const { say, system } = state
  const close = role('close', say('menu.close'))
  if (system === 'mac') return menu(say('menu.file'), [close])
  return menu(say('menu.file'), [settingsItem(state), line, close, quitItem(state)])
}

function editMenu({ say }: MenuState): MenuItem {
  return menu(say('menu.edit'), [
    role('undo', say('menu.undo')),
    role('redo', say('menu.redo')),
    line,
    role('cut', say('menu.cut')),
    role('copy', say('menu.copy')),
    role('paste', say('menu.paste')),
    role('selectAll', say('menu.select-all')),
  ])
}

function viewMenu({ say, amounts, build }: MenuState): MenuItem {
  const tabs = MENU_TABS.map((tab, index) =>
    action(say(`menu.tab.${tab}`), { do: 'go', tab }, { keys: byPage(`CmdOrCtrl+${index + 1}`) }),
  )
  const development = [
    line,
    action(say('menu.reload'), { do: 'reload' }, { keys: byMenu('CmdOrCtrl+R') }),
    role('toggleDevTools', say('menu.developer-tools')),
  ]
  return menu(say('menu.view'), [
    ...tabs,
    line,
    action(
      say('menu.hide-amounts'),
      { do: 'amounts', to: amounts === 'shown' ? 'hidden' : 'shown' },
      { keys: byPage('CmdOrCtrl+.'), state: amounts === 'hidden' ? 'on' : 'off' },
    ),
    line,
    ...zoomItems(say),
    line,
    role('togglefullscreen', say('menu.full-screen')),
    ...(build === 'development' ? development : []),
  ])
}

/** Plus stands on the key of `=` on many keyboards, so both enlarge. */
function zoomItems(say: Say): readonly MenuItem[] {
  const zoomIn = { do: 'zoom', zoom: 'in' } as const
  return [
    action(say('menu.zoom-reset'), { do: 'zoom', zoom: 'reset' }, { keys: byMenu('CmdOrCtrl+0') }),
    action(say('menu.zoom-in'), zoomIn, { keys: byMenu('CmdOrCtrl+Plus') }),
    action(say('menu.zoom-in'), zoomIn, { keys: byMenu('CmdOrCtrl+='), shown: 'never' }),
    action(say('menu.zoom-out'), { do: 'zoom', zoom: 'out' }, { keys: byMenu('CmdOrCtrl+-') }),
  ]
}

function windowMenu({ say, system }: MenuState): MenuItem {
  const minimise = role('minimize', say('menu.minimise'))
  if (system !== 'mac') return menu(say('menu.window'), [minimise, role('close', say('menu.close'))], 'window')
  const zoom = role('zoom', say('menu.window-zoom'))
  return menu(say('menu.window'), [minimise, zoom, line, role('front', say('menu.front'))], 'window')
}

function helpMenu(state: MenuState): MenuItem {
  const { say, system } = state
  const links = LINKS.map((link) => action(say(`menu.${link}`), { do: 'link', link }))
  const about = [line, ...updateItem(state), role('about', say('menu.about'))]
  return menu(say('menu.help'), [...links, ...(system === 'mac' ? [] : about)], 'help')
}

function updateItem({ say, updates }: MenuState): readonly MenuItem[] {
  return updates === 'never' ? [] : [action(say('menu.check-update'), { do: 'check-update' }, { use: updates })]
}

function settingsItem({ say }: MenuState): MenuItem {
  return action(say('menu.settings'), { do: 'go', tab: 'settings' }, { keys: byMenu('CmdOrCtrl+,') })
}

function quitItem({ say }: MenuState): MenuItem {
  return action(say('menu.quit'), { do: 'quit' }, { keys: byMenu('CmdOrCtrl+Q') })
}
