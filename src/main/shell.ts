import type { App } from 'electron'
import type { Desk } from '../engine/desk.ts'
import type { Desktop } from '../engine/ports/desktop.ts'
import type { Place } from '../shared/desktop-rows.ts'
import type { NoticeDoor } from './alerts/notice-door.ts'
import type { Problems } from './desktop-port.ts'
import type { Ground } from './ground.ts'
import type { Leaving } from './leaving.ts'
import type { Places } from './places.ts'
import type { Voice } from './voice.ts'
import type { MainWindow } from './window/main-window.ts'

/** What the parts of the desktop app share: menu, tray, notices, start at login. */
export interface Shell extends Ground {
  readonly app: App
  readonly desk: Desk
  /** The desktop app as the page knows it: its rows, and what can be asked of it. */
  readonly desktop: Desktop
  /** Where alerts leave as notices, once there is something to show notices with. */
  readonly noticeDoor: NoticeDoor
  readonly window: MainWindow
  readonly places: Places
  readonly voice: Voice
  /** By which a part says that it has no effect on this computer; a tray without a problem keeps the app alive. */
  readonly problems: Problems
  readonly leaving: Leaving
  /** Shows the window, and in it this place. */
  goTo(place: Place): void
}
