import { settingsRow, type SettingsRow } from '../shared/health-rows.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import type { Log } from './ports/log.ts'
import type { Store } from './ports/store.ts'
import type { Table } from './tables.ts'

/** Only what is given changes. */
export type SettingsChange = { readonly [Name in keyof SettingsRow]?: SettingsRow[Name] | undefined }

export interface Settings {
  current(): SettingsRow
  change(change: SettingsChange): Promise<Result<null>>
}

const NAME = 'settings'

const DEFAULTS: SettingsRow = {
  theme: 'system',
  palette: 'standard',
  density: 'comfortable',
  language: 'system',
  timeZone: 'local',
  privacy: false,
  columns: {},
}

/** The user's choices: read once, kept as one row, saved on every change. A stored field that cannot be read is its default. */
export function createSettings(store: Store, table: Table<SettingsRow>, log: Log): Settings {
  table.set(NAME, read(store.setting(NAME), log))
  const current = (): SettingsRow => table.get(NAME) ?? DEFAULTS
  return {
    current,
    change: async (change) => {
      const next = settingsRow.safeParse({ ...current(), ...given(change) })
      if (!next.success)
        return fail(refusal(next.error.issues[0]?.path.join('.') ?? NAME, next.error.issues[0]?.message ?? ''))
      if (change.timeZone !== undefined && !isZone(change.timeZone)) return fail(refusal('timeZone', change.timeZone))
      table.set(NAME, next.data)
      const saved = await store.saveSetting(NAME, next.data)
      return saved.ok ? ok(null) : saved
    },
  }
}

function read(stored: unknown, log: Log): SettingsRow {
  const kept: Record<string, unknown> = { ...DEFAULTS }
  if (typeof stored !== 'object' || stored === null) return DEFAULTS
  for (const [name, schema] of Object.entries(settingsRow.shape)) {
    const value = (stored as Readonly<Record<string, unknown>>)[name]
    if (value === undefined) continue
    const parsed = schema.safeParse(value)
    if (parsed.success) kept[name] = parsed.data
    else log.warn('A stored setting cannot be read; its default is used', { setting: name })
  }
  return settingsRow.parse(kept)
}

function given(change: SettingsChange): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function isZone(zone: string): boolean {
  if (zone === 'local') return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function refusal(field: string, problem: string) {
  return { code: 'invalid', field, sentence: sentence('input.invalid', { field, problem }) } as const
}
