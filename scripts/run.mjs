// npm run serve | accounts | simulator: installs and builds what is missing, then runs one built entry.
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

const [entry, ...args] = process.argv.slice(2)
try {
  await ensureInstalled()
  await ensureBuilt()
  becomeChild(nodeBinary(), [
    '--disable-warning=ExperimentalWarning',
    join(root, 'out', 'main', `${entry}.js`),
    ...args,
  ])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
