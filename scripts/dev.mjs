// npm run dev: page and engine with reload. The page comes from vite, which replaces changed modules in place; the
// engine runs from its sources in the headless shell and starts anew when one of them changes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { becomeChild, root } from './child.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'

const ENGINE_PORT = 8000
const PAGE_PORT = 5199

await ensureInstalled()
if (process.env.TIDEMARK_DEV === undefined) {
  // Again under the Node that came with the packages, which vite and the sources need.
  becomeChild(nodeBinary(), [join(root, 'scripts', 'dev.mjs'), ...process.argv.slice(2)], { TIDEMARK_DEV: '1' })
} else {
  await servePage()
  runEngine()
}

async function servePage() {
  const { createServer } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const engine = `http://127.0.0.1:${ENGINE_PORT}`
  const server = await createServer({
    configFile: false,
    root: join(root, 'src', 'renderer'),
    plugins: [react()],
    server: {
      host: '127.0.0.1',
      port: PAGE_PORT,
      strictPort: true,
      // The engine answers its own origin only, so the proxy speaks in that name.
      proxy: { '/link': { target: engine, ws: true, changeOrigin: true, headers: { origin: engine } } },
    },
  })
  await server.listen()
}

function runEngine() {
  const args = ['--watch', '--watch-preserve-output', join(root, 'src', 'headless', 'index.ts')]
  const child = spawn(process.execPath, [...args, '--port', String(ENGINE_PORT), ...process.argv.slice(2)], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  child.stdout.on('data', (chunk) => {
    process.stdout.write(String(chunk).replaceAll(`127.0.0.1:${ENGINE_PORT}/`, `127.0.0.1:${PAGE_PORT}/`))
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => process.exit(code ?? 0))
}
