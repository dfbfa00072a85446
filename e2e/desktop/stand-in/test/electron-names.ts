import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

/** Names the files import from electron as values, whichever way they do. */
export function importedNames(patterns: readonly string[]): readonly string[] {
  const files = globSync([...patterns], { cwd: ROOT }).filter((file) => !/\.test\.ts$|[\\/]test[\\/]/.test(file))
  return [...new Set(files.flatMap((file) => namesIn(readFileSync(join(ROOT, file), 'utf8'))))].sort()
}

function namesIn(text: string): readonly string[] {
  const imports = [...text.matchAll(/import (?!type )(?:\{([^}]*)\}|\* as \w+|\w+) from ["']electron["']/g)]
  const named = imports.flatMap((match) =>
    (match[1] ?? 'everything').split(',').map((name) => (name.split(' as ')[0] ?? '').trim()),
  )
  const required = [...text.matchAll(/require\(["']electron["']\)\)?\s*\.(\w+)/g)].map((match) => match[1] ?? '')
  return [...named.filter((name) => name !== '' && !name.startsWith('type ')), ...required]
}
