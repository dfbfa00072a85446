import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import type { Menu, MenuItem } from './menu-types.ts'
import type { Context } from './context.ts'
import { createItem, type ItemPorts } from './menu-item.ts'
import type { Images } from './native-image.ts'
import { present } from './present.ts'
import type { RecordedItem } from './protocol.ts'

export interface Menus {
  readonly Menu: typeof Electron.Menu
  readonly MenuItem: typeof Electron.MenuItem
  current(): Menu | null
  set(menu: Menu | null): void
  /** Clicks an item of the application's menu. */
  click(path: readonly string[]): void
  recorded(): readonly RecordedItem[] | null
}

export interface MenuPorts {
  readonly images: Images
  readonly doRole: ItemPorts['doRole']
}

export function createMenus(context: Context, ports: MenuPorts): Menus {
  const state = { menu: null as Menu | null, items: 0 }
  const own = { ...ports, build, number: () => ++state.items }
  const item = (options: MenuItemConstructorOptions): MenuItem => createItem(context, own, options)

  function build(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    context.strict.need(Array.isArray(template), 'Invalid template for Menu: it must be an array.')
    return createMenu(
      context,
      template.map((each) => ('commandId' in each ? each : item(each))),
    )
  }

  function set(menu: Menu | null): void {
    state.menu = menu
    context.changed()
  }

  const statics = {
    buildFromTemplate: build,
    setApplicationMenu: set,
    getApplicationMenu: () => state.menu,
  } satisfies Partial<typeof Electron.Menu>
  // Functions called by `new` whose object is what they return, so that no class is needed; the compiler knows classes.
  const construct = (): Menu => createMenu(context, [])
  return {
    Menu: Object.assign(newable(construct), statics) as unknown as typeof Electron.Menu,
    MenuItem: newable(item) as unknown as typeof Electron.MenuItem,
    current: () => state.menu,
    set,
    click: (path) => clickItem(state.menu, path, context),
    recorded: () => state.menu && recordMenu(state.menu),
  }
}

/** An arrow function cannot be called by `new`; this can. */
export function newable<Values extends unknown[], Made>(
  make: (...values: Values) => Made,
): (...values: Values) => Made {
  return function (...values: Values): Made {
    return make(...values)
  }
}

function createMenu({ changed }: Context, items: MenuItem[]): Menu {
  return present<Menu>(new EventEmitter(), {
    items,
    append: (item) => {
      items.push(item)
      changed()
    },
    insert: (position, item) => {
      items.splice(position, 0, item)
      changed()
    },
    getMenuItemById: (id) => flatten(items).find((item) => item.id === id) ?? null,
    popup: () => undefined,
    closePopup: () => undefined,
  })
}

function flatten(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu?.items ?? [])])
}

/** Throws where no enabled, visible item has the label. */
export function clickItem(menu: Menu | null, path: readonly string[], { changed }: Context): void {
  const [label, ...rest] = path
  const item = menu?.items.find((each) => each.visible && each.label === label)
  const way = `“${path.join(' › ')}”`
  if (item === undefined) throw new Error(`There is no item ${way}; there are: ${labels(menu)}.`)
  if (!item.enabled) throw new Error(`The item ${way} is disabled.`)
  if (rest.length > 0) return clickItem(item.submenu ?? null, rest, { changed } as Context)
  if (item.type === 'radio') uncheckGroup(menu?.items ?? [], item)
  item.click()
  changed()
}

/** Radio items that stand next to each other are one group. */
function uncheckGroup(items: readonly MenuItem[], item: MenuItem): void {
  const at = items.indexOf(item)
  const isOther = (each: MenuItem): boolean => each.type !== 'radio'
  const start = items.findLastIndex((each, index) => index < at && isOther(each)) + 1
  const end = items.findIndex((each, index) => index > at && isOther(each))
  for (const each of items.slice(start, end === -1 ? undefined : end)) each.checked = false
}

function labels(menu: Menu | null): string {
  return (menu?.items ?? []).map((item) => `“${item.label}”`).join(', ')
}

export function recordMenu(menu: Menu): readonly RecordedItem[] {
  return menu.items.filter((item) => item.visible).map(recordItem)
}

function recordItem(item: MenuItem): RecordedItem {
  const { label, type, role = null, enabled, checked, accelerator, submenu } = item
  const items = submenu === undefined ? [] : recordMenu(submenu)
  return { label, type, role, enabled, checked, accelerator, items }
}
