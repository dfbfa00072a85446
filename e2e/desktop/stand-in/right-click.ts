import type { ContextMenuParams } from 'electron'
import { createEvent } from './electron-event.ts'
import type { Menus } from './menus.ts'
import type { Act, RecordedItem } from './protocol.ts'
import type { Contents } from './web-contents.ts'

type RightClick = Extract<Act, { readonly do: 'right-click' }>

/** Tells main of a right click; Electron by itself shows no menu, so there is one only when main pops it up. */
export function rightClick(page: Contents, menus: Menus, click: RightClick): readonly RecordedItem[] | null {
  page.events.emit('context-menu', createEvent({}), paramsOf(page, click))
  return menus.takePopped()
}

/** Of its many facts those of text, as Chromium has them for a field and for a selection. */
function paramsOf({ main, state }: Contents, { isEditable, selection }: RightClick): Partial<ContextMenuParams> {
  const isSelected = selection !== ''
  return {
    x: 0,
    y: 0,
    frame: main.frame,
    pageURL: state.url,
    frameURL: state.url,
    linkURL: '',
    mediaType: 'none',
    isEditable,
    selectionText: selection,
    editFlags: {
      canUndo: isEditable,
      canRedo: isEditable,
      canCut: isEditable && isSelected,
      canCopy: isSelected,
      canPaste: isEditable,
      canDelete: isEditable && isSelected,
      canSelectAll: true,
      canEditRichly: false,
    },
  }
}
