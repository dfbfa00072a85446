import type { EditFlags, MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createSay } from '../words/say.ts'
import { contextItems } from './context-items.ts'

const say = createSay('en')
const nothing: EditFlags = {
  canCut: false,
  canCopy: false,
  canPaste: false,
  canDelete: false,
  canEditRichly: false,
  canRedo: false,
  canSelectAll: false,
  canUndo: false,
}

const possible = (items: readonly MenuItemConstructorOptions[]) =>
  items.filter(({ enabled }) => enabled === true).map(({ label }) => label)

it('offers to paste into an empty field, as of a key', () => {
  const items = contextItems(
    { isEditable: true, selectionText: '', editFlags: { ...nothing, canPaste: true, canSelectAll: true } },
    say,
  )
  expect(items.map(({ role }) => role)).toEqual(['cut', 'copy', 'paste', undefined, 'selectAll'])
  expect(possible(items)).toEqual(['Paste', 'Select All'])
})

it('offers to copy a selection, and nothing where there is none', () => {
  const editFlags = { ...nothing, canCopy: true }
  expect(possible(contextItems({ isEditable: false, selectionText: '97,123.4', editFlags }, say))).toEqual(['Copy'])
  expect(contextItems({ isEditable: false, selectionText: ' ', editFlags }, say)).toEqual([])
})

it('offers no copy of a hidden secret', () => {
  const asked = { isEditable: true, selectionText: '', editFlags: { ...nothing, canPaste: true } }
  expect(possible(contextItems(asked, say))).toEqual(['Paste'])
})
