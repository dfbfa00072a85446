import { EventEmitter } from 'node:events'
import type { NativeImage, Tray } from 'electron'
import type { Menu } from './menu-types.ts'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { clickItem, newable, recordMenu } from './menus.ts'
import type { Images } from './native-image.ts'
import { presentWhileAlive } from './present.ts'
import type { RecordedTray } from './protocol.ts'

export interface Trays {
  readonly Tray: typeof Tray
  /** Throws when there is no icon. */
  click(): void
  clickItem(path: readonly string[]): void
  /** The newest icon. */
  recorded(): RecordedTray | null
}

interface OneTray {
  readonly tray: Tray
  readonly state: TrayState
}

interface TrayState {
  image: string
  toolTip: string
  title: string
  menu: Menu | null
  isDestroyed: boolean
}

const NOWHERE = { x: 0, y: 0, width: 22, height: 22 }

export function createTrays(context: Context, images: Images): Trays {
  const made: OneTray[] = []

  function add(image: NativeImage | string, guid?: string): Tray {
    context.strict.need(context.life.isReady(), 'Cannot create Tray before app is ready')
    const one = createTray(context, images, image, guid)
    made.push(one)
    context.changed()
    return one.tray
  }

  function current(): OneTray {
    const found = made.findLast(({ state }) => !state.isDestroyed)
    if (found === undefined) throw new Error('There is no tray icon.')
    return found
  }

  return {
    Tray: newable(add) as unknown as typeof Tray, // a function called by `new`: no class is needed
    click: () => void current().tray.emit('click', createEvent({}), NOWHERE, { x: 0, y: 0 }),
    clickItem: (path) => clickItem(current().state.menu, path, context),
    recorded: () => {
      const found = made.findLast(({ state }) => !state.isDestroyed)
      return found === undefined ? null : record(found.state)
    },
  }
}

function record({ image, toolTip, menu }: TrayState): RecordedTray {
  return { image, toolTip, items: menu === null ? [] : recordMenu(menu) }
}

function createTray(context: Context, images: Images, image: NativeImage | string, guid?: string): OneTray {
  const { strict } = context
  const state: TrayState = {
    image: images.pathOf(image, 'Tray'),
    toolTip: '',
    title: '',
    menu: null,
    isDestroyed: false,
  }

  function change(part: Partial<TrayState>): void {
    Object.assign(state, part)
    context.changed()
  }

  const tray = presentWhileAlive<Tray>(
    new EventEmitter(),
    () => strict.need(!state.isDestroyed, 'Object has been destroyed'),
    {
      setImage: (next) => change({ image: images.pathOf(next, 'tray.setImage') }),
      setPressedImage: (next) => void images.pathOf(next, 'tray.setPressedImage'),
      setToolTip: (toolTip) => change({ toolTip }),
      setTitle: (title) => change({ title }),
      getTitle: () => state.title,
      setContextMenu: (menu) => change({ menu }),
      popUpContextMenu: () => undefined,
      closeContextMenu: () => undefined,
      setIgnoreDoubleClickEvents: () => undefined,
      getBounds: () => ({ ...NOWHERE }),
      getGUID: () => guid ?? null,
      isDestroyed: () => state.isDestroyed,
      destroy: () => change({ isDestroyed: true }),
    },
  )
  return { tray, state }
}
