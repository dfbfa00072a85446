import type { RecordedItem } from '../../stand-in/protocol.ts'

/** A menu as data, with all beneath it. */
export function itemsOf(menu: Electron.Menu | null): readonly RecordedItem[] | null {
  return menu?.items.map(itemOf) ?? null
}

function itemOf({ label, type, role, enabled, checked, accelerator, submenu }: Electron.MenuItem): RecordedItem {
  const items = itemsOf(submenu ?? null) ?? []
  return { label, type, role: role ?? null, enabled, checked, accelerator: accelerator?.toString() ?? null, items }
}
