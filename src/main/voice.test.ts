import { expect, it } from 'vitest'
import { createTables } from '../engine/tables.ts'
import type { Desk } from '../engine/desk.ts'
import type { SettingsRow } from '../shared/health-rows.ts'
import { sentence } from '../shared/sentence.ts'
import { createVoice } from './voice.ts'

const plain: SettingsRow = {
  theme: 'system',
  palette: 'standard',
  density: 'comfortable',
  language: 'system',
  timeZone: 'local',
  privacy: false,
  columns: {},
}

function open(locale: string) {
  const now = { settings: createTables().table<SettingsRow>(), locale }
  const switches = new Set<() => void>()
  const set = (over: Partial<SettingsRow>) => now.settings.set('settings', { ...plain, ...over })
  set({})
  const desk = {
    engine: () => ({ state: { settings: now.settings } }),
    onSwitch: (take: () => void) => {
      switches.add(take)
      return () => void switches.delete(take)
    },
  }
  // Of the engine only its settings are read.
  const voice = createVoice(desk as unknown as Pick<Desk, 'engine' | 'onSwitch'>, () => now.locale)
  const switchTo = (over: Partial<SettingsRow>): void => {
    now.settings = createTables().table<SettingsRow>()
    set(over)
    switches.forEach((take) => take())
  }
  return { voice, set, switchTo, switches }
}

it.each([
  ['ru-RU', 'system', 'ru'],
  ['bg', 'system', 'bg'],
  ['de-DE', 'system', 'en'],
  ['de-DE', 'bg', 'bg'],
  ['ru-RU', 'en', 'en'],
] as const)('on a %s system with %s chosen it speaks %s', (locale, language, spoken) => {
  const { voice, set } = open(locale)
  set({ language })
  expect(voice.language()).toBe(spoken)
})

it('follows language and privacy as they change', () => {
  const { voice, set } = open('en-GB')
  const told: string[] = []
  voice.onChange(() => told.push(`${voice.say('menu.quit')} ${voice.amounts()} ${voice.theme()} ${voice.timeZone()}`))
  set({ language: 'bg', privacy: true })
  set({ language: 'ru', theme: 'light', timeZone: 'UTC' })
  expect(told).toEqual(['Изход от Tidemark hidden system local', 'Завершить Tidemark shown light UTC'])
  expect(voice.translate(sentence('desktop.only'))).toMatch(/настольн/)
})

it('speaks as the settings of the other side say, and no longer as those of the one before', () => {
  const { voice, set, switchTo } = open('en-GB')
  const told: string[] = []
  voice.onChange(() => told.push(voice.language()))
  switchTo({ language: 'ru' })
  set({ language: 'bg' })
  expect(told).toEqual(['ru', 'bg'])
})

it('ends with nothing left that listens', () => {
  const { voice, set, switches } = open('en-GB')
  const told: string[] = []
  voice.onChange(() => told.push('changed'))
  voice.stop()
  set({ privacy: true })
  expect([told, switches.size]).toEqual([[], 0])
})
