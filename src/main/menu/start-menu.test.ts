import type { Menu, MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createTables } from '../../engine/tables.ts'
import type { UpdateRow } from '../../shared/desktop-rows.ts'
import { createSay } from '../words/say.ts'
import { startMenu } from './start-menu.ts'

const update: UpdateRow = {
  state: 'idle',
  current: '1.0.0',
  version: null,
  notes: null,
  publishedAt: null,
  percent: null,
  checkedAt: null,
  problem: null,
}

function open() {
  const shown: MenuItemConstructorOptions[][] = []
  const did: unknown[] = []
  const stops: (() => void)[] = []
  const updates = createTables().table<UpdateRow>()
  updates.set('update', update)
  const now = { language: 'en' as 'en' | 'ru', amounts: 'shown' as 'shown' | 'hidden', listen: (): void => undefined }
  const host = {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template as unknown as Menu,
    setApplicationMenu: (menu: Menu | null) => void shown.push(menu as unknown as MenuItemConstructorOptions[]),
  }
  const around = {
    app: { isPackaged: true, quit: () => did.push('quit') },
    desk: { engine: () => ({ handlers: { settings: { change: (change: unknown) => did.push(change) } } }) },
    desktop: {
      update: updates,
      checkForUpdate: () => Promise.resolve(did.push('check')),
      openLink: (link: string) => Promise.resolve(did.push(link)),
    },
    goTo: (place: { readonly tab: string }) => did.push(place),
    leaving: { onStop: (stop: () => void) => void stops.push(stop) },
    voice: {
      amounts: () => now.amounts,
      say: (id: 'menu.quit') => createSay(now.language)(id),
      onChange: (take: () => void) => {
        now.listen = take
        return () => void (now.listen = () => undefined)
      },
    },
    window: { zoom: (zoom: string) => did.push(`zoom ${zoom}`), reload: () => did.push('reload') },
  }
  // Of each part what the menu uses.
  startMenu(host, around as unknown as Parameters<typeof startMenu>[1])
  const click = (label: string): void => itemOf(shown.at(-1)!, label)?.click?.({} as never, undefined, {})
  return { shown, did, stops, updates, now, click }
}

function itemOf(items: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions | undefined {
  const below = (item: MenuItemConstructorOptions) =>
    Array.isArray(item.submenu) ? itemOf(item.submenu, label) : undefined
  return items.find((item) => item.label === label) ?? items.map(below).find((item) => item !== undefined)
}

it('does what its items say', () => {
  const { did, click } = open()
  click('Markets')
  click('Zoom Out')
  click('Hide Amounts')
  click('Security')
  click('Check for Updates')
  click('Quit Tidemark')
  const anywhere = { account: null, instrument: null }
  expect(did).toEqual([
    { tab: 'markets', ...anywhere },
    'zoom out',
    { privacy: true },
    'security',
    'check',
    { tab: 'settings', ...anywhere },
    'quit',
  ])
})

it('is made anew when something on it changed, and only then', () => {
  const { shown, now, updates } = open()
  now.listen()
  expect(shown).toHaveLength(1)
  now.amounts = 'hidden'
  now.listen()
  expect(itemOf(shown.at(-1)!, 'Hide Amounts')).toMatchObject({ type: 'checkbox', checked: true })
  now.language = 'ru'
  now.listen()
  expect(itemOf(shown.at(-1)!, 'Скрывать суммы')).toBeDefined()
  updates.set('update', { ...update, state: 'downloading', percent: 1 })
  expect(itemOf(shown.at(-1)!, 'Проверить обновления')).toMatchObject({ enabled: false })
  updates.set('update', { ...update, state: 'downloading', percent: 2 })
  expect(shown).toHaveLength(4)
})

it('names the keys the page takes without taking them', () => {
  const { shown } = open()
  expect(itemOf(shown[0]!, 'Account')).toMatchObject({ accelerator: 'CmdOrCtrl+1', registerAccelerator: false })
  expect(itemOf(shown[0]!, 'Zoom In')).toMatchObject({ accelerator: 'CmdOrCtrl+Plus', registerAccelerator: true })
})

it('changes no more once the app ends', () => {
  const { shown, stops, now, updates } = open()
  stops.forEach((stop) => stop())
  now.amounts = 'hidden'
  now.listen()
  updates.set('update', null)
  expect(shown).toHaveLength(1)
})
