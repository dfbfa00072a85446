import type { MenuItemConstructorOptions } from 'electron'
import type { Menu, MenuItem } from './menu-types.ts'
import { isAccelerator } from './accelerator.ts'
import type { Context } from './context.ts'
import { roleDefaults, type RoleDefaults } from './menu-roles.ts'
import type { Images } from './native-image.ts'

export interface ItemPorts {
  readonly images: Images
  readonly build: (template: readonly (MenuItemConstructorOptions | MenuItem)[]) => Menu
  /** Does what the role stands for. */
  readonly doRole: (role: NonNullable<MenuItem['role']>) => void
  /** Of the next item made. */
  readonly number: () => number
}

const NO_ROLE: RoleDefaults = { label: '', accelerator: null, below: null }

/** An item as Electron makes it of its options; refuses what Electron cannot read. */
export function createItem(context: Context, ports: ItemPorts, options: MenuItemConstructorOptions): MenuItem {
  needReadable(context, ports.images, options)
  const { role } = options
  const defaults = role === undefined ? NO_ROLE : roleDefaults(role, context.environment)
  const submenu = menuOf(ports, options, defaults)
  const type = options.type ?? (submenu === undefined ? 'normal' : 'submenu')
  const item: Partial<MenuItem> = {
    commandId: ports.number(),
    id: options.id ?? '',
    type,
    label: options.label ?? defaults.label,
    accelerator: options.accelerator ?? defaults.accelerator,
    enabled: options.enabled ?? true,
    visible: options.visible ?? true,
    checked: options.checked ?? false,
    toolTip: options.toolTip ?? '',
    sublabel: options.sublabel ?? '',
    registerAccelerator: options.registerAccelerator ?? true,
    ...(role !== undefined && { role: role as NonNullable<MenuItem['role']> }), // the options' list has four more names
    ...(submenu !== undefined && { submenu }),
    ...(options.icon !== undefined && { icon: options.icon }),
  }
  const made = item as MenuItem // what is missing of it is the system's
  made.click = () => click(made, options, ports)
  return made
}

/** A role's own doing wins over the item's listener, as in Electron. */
function click(item: MenuItem, { click: listener }: MenuItemConstructorOptions, { doRole }: ItemPorts): void {
  if (item.type === 'checkbox') item.checked = !item.checked
  if (item.type === 'radio') item.checked = true
  if (item.role !== undefined) doRole(item.role)
  else listener?.(item, undefined, { triggeredByAccelerator: false })
}

function menuOf(
  { build }: ItemPorts,
  { submenu }: MenuItemConstructorOptions,
  { below }: RoleDefaults,
): Menu | undefined {
  if (submenu !== undefined) return Array.isArray(submenu) ? build(submenu) : submenu
  return below === null ? undefined : build(below.map((role) => (role === 'separator' ? { type: role } : { role })))
}

function needReadable({ strict }: Context, images: Images, options: MenuItemConstructorOptions): void {
  const { role, type, accelerator, label, icon, submenu } = options
  strict.needKnownOptions('MenuItemConstructorOptions', options, 'A menu item')
  strict.needKnownText('MenuItemConstructorOptions', 'role', role, 'A menu item')
  strict.needKnownText('MenuItemConstructorOptions', 'type', type, 'A menu item')
  const isKey = accelerator === undefined || isAccelerator(accelerator)
  strict.need(isKey, `A menu item’s accelerator “${accelerator ?? ''}” is none Electron can read.`)
  const isNamed = label !== undefined || role !== undefined || type === 'separator'
  strict.need(isNamed, 'A menu item needs a label, a role, or to be a separator.')
  strict.need(type !== 'submenu' || submenu !== undefined, 'A menu item of type submenu needs a submenu.')
  if (icon !== undefined) images.pathOf(icon, 'A menu item’s icon')
}
