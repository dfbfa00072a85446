import type { BrowserContext } from '@playwright/test'
import type { Granted } from '../stand-in/protocol.ts'

/** Chromium's names, as Playwright grants them, of what Electron's permission handlers are asked for. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'clipboard-sanitized-write': ['clipboard-write'],
  'clipboard-read': ['clipboard-read'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  midiSysex: ['midi-sysex'],
  notifications: ['notifications'],
  'storage-access': ['storage-access'],
}

/** Grants exactly what main grants; whatever is not named here is denied. */
export async function grant(context: BrowserContext, granted: Granted): Promise<void> {
  await context.grantPermissions(granted.flatMap((name) => NAMES[name] ?? []))
}
