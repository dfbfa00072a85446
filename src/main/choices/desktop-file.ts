import { z } from 'zod'
import { desktopChoices, noticeLevel, noticeLevels, type DesktopChoices } from '../../shared/desktop-rows.ts'

const pixels = z.int().min(-100_000).max(100_000)
const length = z.int().min(1).max(100_000)

/** Where the window was, in device-independent pixels of the whole desktop. */
const windowMemory = z.strictObject({
  /** As it stands when it is not maximised; null before it was ever shown. */
  bounds: z.strictObject({ x: pixels, y: pixels, width: length, height: length }).nullable(),
  maximised: z.boolean(),
  /** 1 is the page's own size. */
  zoom: z.number().min(0.25).max(5),
})
export type WindowMemory = Readonly<z.infer<typeof windowMemory>>

/** A file of a version that told of no alerts keeps its other levels. */
const kept = { ...desktopChoices.shape, notices: noticeLevels.extend({ alert: noticeLevel.default('on') }) }

/** What the user is told a single time, ever. */
const said = z.enum(['in-tray'])
export type Said = z.infer<typeof said>

export interface DesktopFile {
  readonly choices: DesktopChoices
  readonly window: WindowMemory
  readonly said: readonly Said[]
}

export const DEFAULTS: DesktopFile = {
  choices: {
    startAtLogin: false,
    startHidden: false,
    closeToTray: true,
    checkForUpdates: true,
    notices: { alert: 'on', fill: 'on', connection: 'silent', account: 'on', program: 'on' },
    quietHours: null,
    pausedUntil: null,
  },
  window: { bounds: null, maximised: false, zoom: 1 },
  said: [],
}

export interface ReadFile {
  readonly file: DesktopFile
  /** Dotted names of what could not be read and is at its default. */
  readonly unread: readonly string[]
}

/** Reads `desktop.json`. Each field that is unknown or broken is left out by itself; the others count. */
export function readDesktopFile(text: string): ReadFile {
  const root = asObject(parse(text))
  if (root === null) return { file: DEFAULTS, unread: ['the whole file'] }
  const choices = readFields('choices', kept, root['choices'], DEFAULTS.choices)
  const window = readFields('window', windowMemory.shape, root['window'], DEFAULTS.window)
  const once = z.array(said).safeParse(root['said'] ?? [])
  const unknown = Object.keys(root).filter((name) => !Object.hasOwn(DEFAULTS, name))
  return {
    file: { choices: choices.value, window: window.value, said: once.success ? [...new Set(once.data)] : [] },
    unread: [...choices.unread, ...window.unread, ...(once.success ? [] : ['said']), ...unknown],
  }
}

export function writeDesktopFile(file: DesktopFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

function readFields<Value extends object>(
  group: string,
  shape: Readonly<Record<keyof Value, z.ZodType>>,
  stored: unknown,
  defaults: Value,
): { readonly value: Value; readonly unread: readonly string[] } {
  const fields = asObject(stored ?? {})
  if (fields === null) return { value: defaults, unread: [group] }
  const kept: Record<string, unknown> = {}
  const unread: string[] = []
  for (const [name, value] of Object.entries(fields)) {
    const schema = Object.hasOwn(shape, name) ? shape[name as keyof Value] : undefined
    const parsed = schema?.safeParse(value)
    if (parsed?.success === true) kept[name] = parsed.data
    else unread.push(`${group}.${name}`)
  }
  // Every field that was kept has passed the schema of that name.
  return { value: { ...defaults, ...(kept as Partial<Value>) }, unread }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
