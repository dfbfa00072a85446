import type { FullConfig } from '@playwright/test'
import { sayDriver } from '../driver/runtime.ts'

/** Run once before all tests: says which driver the desktop specs have. */
export default function say({ projects }: FullConfig): void {
  if (projects.some(({ name }) => /^(desktop|security)/.test(name))) process.stdout.write(`${sayDriver()}\n`)
}
