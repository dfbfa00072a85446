import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ROOT } from '../support/program.ts'

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        dev: z.boolean().optional(),
        optional: z.boolean().optional(),
        devOptional: z.boolean().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')))
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Of the public registry; a lock may also name none and leave it to the user's npm. */
const REGISTRY = 'https://registry.npmjs.org/'

/** Pins, checksums and refused install scripts: packaging/dependencies.test.ts. */
describe('the lock', () => {
  it('names no registry but the public one, and nothing that is fetched from elsewhere', () => {
    const places = packages.flatMap(([, { resolved }]) => (resolved === undefined ? [] : [resolved]))
    expect(places.filter((place) => !place.startsWith(REGISTRY))).toEqual([])
  })

  it('has a strong checksum of every package', () => {
    expect(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([])
  })

  it('holds as many packages that reach the user as the threat model says', () => {
    const shipped = packages.filter(([, { dev, optional, devOptional }]) => !(dev ?? optional ?? devOptional ?? false))
    expect(read('docs/security.md')).toContain(`${shipped.length} packages reach the user`)
  })
})

describe('the repository', () => {
  const files = existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(existsHere)
    : []

  it('sets no registry and carries no credentials of one', () => {
    expect(files.filter((file) => /(^|\/)\.(npmrc|yarnrc|yarnrc\.yml|netrc|env)$/.test(file))).toEqual([])
    const words = /_authToken|_password\s*=|registry\s*=\s*http/
    expect(files.filter((file) => isText(file) && file !== OWN && words.test(read(file)))).toEqual([])
  })

  it('holds no private key', () => {
    const block = /-----BEGIN (RSA |EC |ENCRYPTED |OPENSSH )?PRIVATE KEY-----\s+[\w+/]{40}/
    expect(files.filter((file) => isText(file) && block.test(read(file)))).toEqual([])
  })
})

const OWN = 'e2e/security/supply.test.ts'
const isText = (file: string): boolean => /\.(ts|tsx|mjs|js|json|md|yml|yaml|html|css|txt)$/.test(file)

function existsHere(file: string): boolean {
  return file !== '' && existsSync(join(ROOT, file))
}
