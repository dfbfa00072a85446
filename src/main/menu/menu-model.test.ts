import { describe, expect, it } from 'vitest'
import { outsideLink } from '../../shared/desktop-rows.ts'
import { TABS } from '../../renderer/state/view.ts'
import { createSay } from '../words/say.ts'
import type { MenuItem } from './menu-item.ts'
import { MENU_TABS, menuModel, type MenuState } from './menu-model.ts'

const state: MenuState = {
  system: 'linux',
  say: createSay('en'),
  amounts: 'shown',
  updates: 'possible',
  build: 'packaged',
}

/** A menu bar as it reads, with the keys. */
function outline(items: readonly MenuItem[], depth = 0): readonly string[] {
  return items.flatMap((item) => {
    const indent = '  '.repeat(depth)
    if (item.kind === 'line') return [`${indent}-`]
    if (item.kind === 'menu') return [`${indent}${item.label}:`, ...outline(item.items, depth + 1)]
    if (item.kind === 'role') return [`${indent}${item.label} (${item.role})`]
    const keys = item.keys === null ? '' : ` ${item.keys.keys}${item.keys.takenBy === 'page' ? ' by the page' : ''}`
    return item.shown === 'never' ? [] : [`${indent}${item.label}${keys}`]
  })
}

function flat(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.flatMap((item) => (item.kind === 'menu' ? [item, ...flat(item.items)] : [item]))
}

const actions = (over: Partial<MenuState> = {}) =>
  flat(menuModel({ ...state, ...over })).filter((item) => item.kind === 'action')

const find = (label: string, over: Partial<MenuState> = {}) => actions(over).find((item) => item.label === label)

const EDIT = ['Undo (undo)', 'Redo (redo)', '-', 'Cut (cut)', 'Copy (copy)', 'Paste (paste)', 'Select All (selectAll)']
const VIEW = [
  'Account CmdOrCtrl+1 by the page',
  'Markets CmdOrCtrl+2 by the page',
  'Alerts CmdOrCtrl+3 by the page',
  'System CmdOrCtrl+4 by the page',
  'Settings CmdOrCtrl+5 by the page',
  '-',
  'Hide Amounts CmdOrCtrl+. by the page',
  '-',
  'Actual Size CmdOrCtrl+0',
  'Zoom In CmdOrCtrl+Plus',
  'Zoom Out CmdOrCtrl+-',
  '-',
  'Full Screen (togglefullscreen)',
]
const LINKS = ['Manual', 'Tidemark on the Web', 'What Is New', 'Security', 'Report a Problem']
const inside = (lines: readonly string[]) => lines.map((each) => `  ${each}`)

it.each(['windows', 'linux'] as const)('reads on %s as programs there do', (system) => {
  expect(outline(menuModel({ ...state, system }))).toEqual([
    'File:',
    ...inside(['Settings… CmdOrCtrl+,', '-', 'Close Window (close)', 'Quit Tidemark CmdOrCtrl+Q']),
    'Edit:',
    ...inside(EDIT),
    'View:',
    ...inside(VIEW),
    'Window:',
    ...inside(['Minimize (minimize)', 'Close Window (close)']),
    'Help:',
    ...inside([...LINKS, '-', 'Check for Updates', 'About Tidemark (about)']),
  ])
})

it('reads on macOS as programs there do', () => {
  expect(outline(menuModel({ ...state, system: 'mac' }))).toEqual([
    'Tidemark:',
    ...inside(['About Tidemark (about)', 'Check for Updates', '-', 'Settings… CmdOrCtrl+,', '-', 'Services:', '-']),
    ...inside([
      'Hide Tidemark (hide)',
      'Hide Others (hideOthers)',
      'Show All (unhide)',
      '-',
      'Quit Tidemark CmdOrCtrl+Q',
    ]),
    'File:',
    ...inside(['Close Window (close)']),
    'Edit:',
    ...inside(EDIT),
    'View:',
    ...inside(VIEW),
    'Window:',
    ...inside(['Minimize (minimize)', 'Zoom (zoom)', '-', 'Bring All to Front (front)']),
    'Help:',
    ...inside(LINKS),
  ])
})

it('leaves to macOS what it adds to the services, window and help menus', () => {
  const roles = flat(menuModel({ ...state, system: 'mac' })).flatMap((item) =>
    item.kind === 'menu' ? [item.role] : [],
  )
  expect(roles.filter((role) => role !== null)).toEqual(['services', 'window', 'help'])
})

it('has the tabs of the page, in its order', () => {
  expect(MENU_TABS).toEqual(TABS)
})

it('leads to every page of ours', () => {
  const links = actions().flatMap(({ action }) => (action.do === 'link' ? [action.link] : []))
  expect(links.toSorted()).toEqual(outsideLink.options.toSorted())
})

describe('hiding amounts', () => {
  it('is off while they are shown, and would hide them', () => {
    expect(find('Hide Amounts')).toMatchObject({ state: 'off', action: { do: 'amounts', to: 'hidden' } })
  })

  it('is on while they are hidden, and would show them', () => {
    expect(find('Hide Amounts', { amounts: 'hidden' })).toMatchObject({
      state: 'on',
      action: { do: 'amounts', to: 'shown' },
    })
  })
})

it('looks for updates where that is possible, and not while it does', () => {
  expect(find('Check for Updates')).toMatchObject({ use: 'possible' })
  expect(find('Check for Updates', { updates: 'not-now' })).toMatchObject({ use: 'not-now' })
  expect(find('Check for Updates', { updates: 'never' })).toBeUndefined()
})

it('offers developers’ tools to developers alone', () => {
  const development = outline(menuModel({ ...state, build: 'development' })).map((each) => each.trim())
  expect(development).toEqual(expect.arrayContaining(['Reload CmdOrCtrl+R', 'Developer Tools (toggleDevTools)']))
  const packaged = outline(menuModel(state)).join('\n')
  expect(packaged).not.toMatch(/Reload|Developer/)
})

it('has each of its keys once', () => {
  const keys = actions({ build: 'development' }).flatMap((item) => (item.keys === null ? [] : [item.keys.keys]))
  expect(new Set(keys).size).toBe(keys.length)
})

it.each(['ru', 'bg'] as const)('is wholly in %s', (language) => {
  const labels = (over: Partial<MenuState>) =>
    flat(menuModel({ ...state, system: 'mac', build: 'development', ...over })).flatMap((item) =>
      item.kind === 'line' || item.label === 'Tidemark' ? [] : [item.label],
    )
  const other = labels({ say: createSay(language) })
  expect(other).toHaveLength(labels({}).length)
  expect(other.filter((label) => !/[а-я]/i.test(label))).toEqual([])
})
