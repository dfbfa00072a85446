// npm start: installs, builds, and opens the desktop app; without Electron's runtime, the same dashboard in a browser.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'
import { runWithProgress } from './progress.mjs'

const electron = join(root, 'node_modules', 'electron')

function runtime() {
  const pathFile = join(electron, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(electron, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

async function fetchRuntime() {
  if (runtime() !== null) return runtime()
  try {
    await runWithProgress('Fetching the Electron runtime', nodeBinary(), [join(electron, 'install.js')], {
      timeout: 180_000,
    })
  } catch {
    return null
  }
  return runtime()
}

try {
  await ensureInstalled()
  await ensureBuilt()
  const args = process.argv.slice(2)
  const binary = await fetchRuntime()
  if (binary !== null) {
    becomeChild(binary, [root, ...args])
  } else {
    process.stderr.write(
      'The Electron runtime cannot be fetched here, so Tidemark opens the same dashboard in your browser.\n',
    )
    becomeChild(nodeBinary(), [join(root, 'out', 'main', 'headless.js'), '--open', ...args])
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
