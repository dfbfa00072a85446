// The first step of a release: the tag must name the version that package.json has. Needs nothing installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const [tag = ''] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
if (tag !== `v${version}`) {
  process.stderr.write(
    `The tag ${tag === '' ? '(none)' : tag} does not name this version; package.json has ${version}, so the tag is v${version}.\n`,
  )
  process.exit(1)
}
process.stdout.write(`${tag} is the version of package.json\n`)
