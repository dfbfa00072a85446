import { isAbsolute, join } from 'node:path'
import { build } from 'vite'

/**
 * The built main and preload once more, as one file each in the language of 2021: the scanner cannot read private
 * fields, static blocks and what came later, and it leaves out what it cannot read.
 */
export async function buildForScan(built: string, folder: string): Promise<void> {
  await rebuild(join(built, 'main', 'index.js'), join(folder, 'main'))
  await rebuild(join(built, 'preload', 'index.cjs'), join(folder, 'preload'))
}

async function rebuild(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'es2021',
      minify: false,
      rolldownOptions: { external: isPackage, output: { entryFileNames: '[name].js' } },
    },
  })
}

function isPackage(id: string): boolean {
  return !id.startsWith('.') && !isAbsolute(id)
}
