// npm run icons: installs what is missing, then draws every icon from resources/icon.svg.
import { join } from 'node:path'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

try {
  await ensureInstalled()
  becomeChild(nodeBinary(), ['--disable-warning=ExperimentalWarning', join(root, 'packaging', 'icons', 'main.ts')])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
