// npm run bench: installs, builds, installs what only the measurements need, and measures.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowsers } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'
import { runWithProgress } from './progress.mjs'

const bench = join(root, 'bench')
const marker = join(bench, 'node_modules', '.tidemark-installed')

/** The programs we are compared with; no script of theirs is run. */
async function ensureCompared() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(bench, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  const args = ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund']
  const windows = process.platform === 'win32'
  await runWithProgress('Installing what is compared', windows ? 'npm.cmd' : 'npm', args, {
    cwd: bench,
    shell: windows,
  })
  writeFileSync(marker, wanted)
}

try {
  await ensureInstalled()
  await ensureBuilt()
  await ensureCompared()
  const browsers = await ensureBrowsers()
  const args = ['--disable-warning=ExperimentalWarning', join(bench, 'main.ts'), ...process.argv.slice(2)]
  becomeChild(nodeBinary(), args, browsers)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
