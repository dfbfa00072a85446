import type { Place } from '../../shared/desktop-rows.ts'
import { assertNever } from '../../shared/result.ts'
import type { Shell } from '../shell.ts'
import type { MenuAction } from './menu-item.ts'

export type Performers = Pick<Shell, 'app' | 'desk' | 'desktop' | 'goTo' | 'window'>

/** Does what a menu item stands for. */
export function perform(action: MenuAction, { app, desk, desktop, goTo, window }: Performers): void {
  switch (action.do) {
    case 'go':
      return goTo(anywhere(action.tab))
    case 'amounts':
      return showAmounts(desk, action.to)
    case 'zoom':
      return window.zoom(action.zoom)
    case 'reload':
      return window.reload()
    case 'check-update':
      // What comes of it is a line in Settings.
      void desktop.checkForUpdate()
      return goTo(anywhere('settings'))
    case 'link':
      return void desktop.openLink(action.link)
    case 'quit':
      return app.quit()
    default:
      return assertNever(action)
  }
}

function anywhere(tab: Place['tab']): Place {
  return { tab, account: null, instrument: null }
}

function showAmounts(desk: Performers['desk'], to: 'shown' | 'hidden'): void {
  try {
    void desk.engine().handlers.settings.change({ privacy: to === 'hidden' })
  } catch {
    // Between demo and live there is no engine for a moment; the item shows that nothing changed.
  }
}
