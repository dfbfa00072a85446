import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Say } from '../words/say.ts'

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** What a right click offers: editing where something can be typed, copying where text is selected, else nothing. */
export function contextItems({ isEditable, selectionText, editFlags }: Asked, say: Say): MenuItemConstructorOptions[] {
  const copy = { role: 'copy', label: say('menu.copy'), enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'cut', label: say('menu.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: say('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: say('menu.select-all'), enabled: editFlags.canSelectAll },
  ]
}
