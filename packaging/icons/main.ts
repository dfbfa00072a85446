// npm run icons: draws every icon anew from resources/icon.svg.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeIcons } from './plan.ts'
import { startRenderer } from './render.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const icons = makeIcons(await readFile(join(resources, 'icon.svg'), 'utf8'), await startRenderer())
for (const [path, bytes] of icons) {
  const file = join(resources, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
process.stdout.write(`${icons.size} icons drawn from resources/icon.svg\n`)
