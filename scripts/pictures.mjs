// npm run pictures: takes the README's pictures anew, from the built app over the simulator.
import { join } from 'node:path'
import { ensureBrowsers } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

try {
  await ensureInstalled()
  await ensureBuilt()
  const browsers = await ensureBrowsers()
  const runner = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const args = [runner, 'test', '--config', 'playwright.pictures.config.ts']
  becomeChild(nodeBinary(), args, browsers)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
