// npm run dev: page and engine with reload. With Electron's runtime the desktop app; else the headless shell and a browser.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

await ensureInstalled()
const node = nodeBinary()
if (existsSync(join(root, 'node_modules', 'electron', 'path.txt'))) {
  becomeChild(node, [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch'])
} else {
  // The page is rebuilt on change by vite, the engine restarts on change of what it imports.
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  becomeChild(node, [vite, 'build', '--watch', '--config', 'src/renderer/vite.config.ts'])
  becomeChild(node, ['--watch', join(root, 'src', 'headless', 'index.ts'), ...process.argv.slice(2)])
}
