// npm run package: installs and builds what is missing, then packs installers for the systems that are asked for.
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

try {
  await ensureInstalled()
  await ensureBuilt()
  becomeChild(nodeBinary(), [
    '--disable-warning=ExperimentalWarning',
    join(root, 'packaging', 'main.ts'),
    ...process.argv.slice(2),
  ])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
