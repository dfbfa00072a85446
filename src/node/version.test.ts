import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from './test/temp-folder.ts'
import { readVersion } from './version.ts'

test('the version is found from deep below, past other packages', () => {
  const folder = tempFolder()
  const deep = join(folder, 'out', 'main')
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"name":"tidemark","version":"9.8.7"}')
  writeFileSync(join(folder, 'out', 'package.json'), '{"type":"module"}')
  expect(readVersion(deep)).toBe('9.8.7')
  expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/)
})
