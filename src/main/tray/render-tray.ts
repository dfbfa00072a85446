import type { MenuItemConstructorOptions } from 'electron'
import type { TrayAction, TrayItem, TrayModel } from './tray-model.ts'

/** An icon in the tray. */
export interface TrayIcon {
  setImage(path: string): void
  setToolTip(text: string): void
  setMenu(template: MenuItemConstructorOptions[]): void
  destroy(): void
}

export interface TrayTools {
  imagePath(image: TrayModel['image']): string
  act(action: TrayAction): void
}

/** Draws what changed since the model drawn before; everything when there was none. */
export function renderTray(icon: TrayIcon, tools: TrayTools, before: TrayModel | null, model: TrayModel): void {
  if (before?.image !== model.image) icon.setImage(tools.imagePath(model.image))
  if (before?.toolTip !== model.toolTip) icon.setToolTip(model.toolTip)
  if (JSON.stringify(before?.items) !== JSON.stringify(model.items)) {
    icon.setMenu(model.items.map((item) => toTemplate(item, tools)))
  }
}

function toTemplate(item: TrayItem, { act }: TrayTools): MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' }
  return { label: item.label, click: () => act(item.action) }
}
