import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const manifest = z.looseObject({ name: z.string(), version: z.string() })

/** The version in our package.json, found from wherever this code was built to. Throws when there is none. */
export function readVersion(from = import.meta.dirname): string {
  const file = join(from, 'package.json')
  if (existsSync(file)) {
    const { name, version } = parse(file)
    if (name === 'tidemark') return version
  }
  const above = dirname(from)
  if (above === from) throw new Error('package.json of tidemark not found')
  return readVersion(above)
}

function parse(file: string): { readonly name: string; readonly version: string } {
  const read = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return read.success ? read.data : { name: '', version: '' }
}
