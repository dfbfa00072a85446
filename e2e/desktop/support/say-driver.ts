import type { FullConfig } from '@playwright/test'
import { sayDriver } from '../driver/runtime.ts'

/** Run once before all tests: says which driver the desktop specs have, and what they leave out on this system. */
export default function say({ projects }: FullConfig): void {
  if (!projects.some(({ name }) => /^(desktop|security)/.test(name))) return
  process.stdout.write(`${[sayDriver(), ...sayLeftOut()].join('\n')}\n`)
}

function sayLeftOut(): readonly string[] {
  if (process.platform === 'linux') return []
  return [
    'Left out on this system: fetching and installing an update, start at login, a keychain that is locked or gone.',
  ]
}
