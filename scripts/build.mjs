import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, nodeBinary } from './install.mjs'
import { runWithProgress } from './progress.mjs'
import { root } from './root.mjs'

const MARKER = join(root, 'out', '.built')
const INPUTS = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts']

/** Builds main, preload, page and command-line entries into `out/` unless the sources are the ones it was built from. */
export async function ensureBuilt() {
  const wanted = fingerprint()
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  await runWithProgress('Building Tidemark', nodeBinary(), [builder, 'build'])
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(MARKER, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const input of INPUTS) for (const file of files(input)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function files(input) {
  const path = join(root, input)
  if (!existsSync(path)) return []
  if (!input.includes('.')) {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort()
  }
  return [input]
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureInstalled()
    await ensureBuilt()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
