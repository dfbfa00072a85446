import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../engine/ports/random.ts'

const FORM = /^[0-9a-f]{48}$/

/** The token of the page and the feed: made once, kept in the data folder for its owner alone. */
export function keepToken(root: string, random: Random): string {
  const file = join(root, 'token')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (FORM.test(kept)) return kept
  const fresh = random.token(24)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  writeFileSync(file, `${fresh}\n`, { mode: 0o600 })
  return fresh
}
