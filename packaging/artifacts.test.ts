import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checksums, describeArtifacts, listArtifacts } from './artifacts.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artifacts-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the list of what was packaged', () => {
  it('has name, size and checksum, by name', async () => {
    await writeFile(join(folder, 'b.deb'), 'x'.repeat(2_500_000))
    await writeFile(join(folder, 'a.rpm'), 'abc')
    const artifacts = await describeArtifacts([join(folder, 'b.deb'), join(folder, 'a.rpm')])
    expect(artifacts[0]).toEqual({
      name: 'a.rpm',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    })
    expect(listArtifacts(artifacts)).toMatch(/^ +0\.0 MB {2}ba78\w+ {2}a\.rpm\n +2\.5 MB {2}\w{64} {2}b\.deb\n$/)
  })

  it('is written as sha256sum reads it', async () => {
    await writeFile(join(folder, 'a.rpm'), 'abc')
    const artifacts = await describeArtifacts([join(folder, 'a.rpm')])
    expect(checksums(artifacts)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.rpm\n')
  })
})
