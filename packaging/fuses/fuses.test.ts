import { FuseV1Options, FuseVersion, type FuseConfig, type FuseState } from '@electron/fuses'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareFuses, FUSES } from './fuses.ts'
import { requireFuses, setFuses } from './set-fuses.ts'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const MEANT = '010011001'

const wireOf = (text: string): FuseConfig<FuseState> => ({
  version: FuseVersion.V1,
  ...Object.fromEntries(Array.from(text, (one, at) => [at, one.charCodeAt(0)])),
})

describe('the fuses', () => {
  it('are all nine of this Electron, each decided', () => {
    const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number')
    expect(Object.keys(FUSES).map(Number)).toEqual(known)
    expect(
      Object.values(FUSES)
        .map((on) => (on ? '1' : '0'))
        .join(''),
    ).toBe(MEANT)
  })

  it('compare as good when each is as meant', () => {
    expect(compareFuses(wireOf(MEANT))).toEqual([])
  })

  it('tell each one that is not, by name', () => {
    expect(compareFuses(wireOf('110011001'))).toEqual(['Fuse RunAsNode is on and should be off.'])
    expect(compareFuses(wireOf('01001100r'))).toEqual(['Fuse WasmTrapHandlers is removed and should be on.'])
    expect(compareFuses(wireOf('01001100'))).toEqual(['Fuse WasmTrapHandlers is missing and should be on.'])
  })

  it('tell one that nobody decided on', () => {
    expect(compareFuses(wireOf(`${MEANT}1`))).toEqual(['Fuse 9 of this Electron is not in the list.'])
  })
})

describe('a program’s fuses', () => {
  let folder: string
  const program = (wire: string) => join(folder, `program-${wire.length}`)
  const make = (wire: string) =>
    writeFile(program(wire), Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, wire.length]), Buffer.from(wire)]))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fuses-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are set and read back', async () => {
    await make('101100011')
    await expect(requireFuses(program(MEANT))).rejects.toThrow('RunAsNode is on')
    await setFuses(program(MEANT))
    await expect(requireFuses(program(MEANT))).resolves.toBeUndefined()
  })

  it('stop the build when one was removed from this Electron', async () => {
    await make('0100110r1')
    await expect(setFuses(program(MEANT))).rejects.toThrow('GrantFileProtocolExtraPrivileges was removed')
  })

  it('stop the build when this Electron has more of them than were decided', async () => {
    await make(`${MEANT}0`)
    await expect(setFuses(program(`${MEANT}0`))).rejects.toThrow('strictlyRequireAllFuses')
  })

  it('stop the build when the program has none', async () => {
    await writeFile(program(MEANT), 'no program')
    await expect(setFuses(program(MEANT))).rejects.toThrow('sentinel')
  })
})
