import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export interface SourceFile {
  /** Below `src`, with forward slashes. */
  readonly path: string
  /** Without comments, which may speak of anything. */
  readonly code: string
}

const ROOT = join(import.meta.dirname, '..', '..')
const TEXT = /\.(?:tsx?|css|html|mjs|cjs)$/
const OF_TESTS = /(?:^|\/)(?:test|fixtures)\/|\.test\.tsx?$/

/** Everything under a folder of `src` that is part of the program, not of its tests. */
export function sourceFiles(folder = '.'): readonly SourceFile[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: relative(ROOT, file).split(sep).join('/') }))
    .filter(({ path }) => !OF_TESTS.test(path))
    .map(({ file, path }) => ({ path, code: withoutComments(readFileSync(file, 'utf8')) }))
}

/** The house writes comments on lines of their own. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
