import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSigning, readSigning, readSignings, SIGNING_VARIABLES } from './signing.ts'
import { PLATFORMS } from './target.ts'

const MAC = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']
const WINDOWS = ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']

const environmentOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `value of ${name}`]))

describe('the signing configuration', () => {
  it.each(PLATFORMS)('is unsigned on %s where nothing is set', (platform) => {
    expect(readSigning({ PATH: '/bin' }, platform)).toEqual({ ok: true, value: { kind: 'unsigned' } })
  })

  it('names what macOS is signed and notarised with', () => {
    expect(readSigning(environmentOf(MAC), 'darwin')).toEqual({ ok: true, value: { kind: 'signed', by: MAC } })
  })

  it('names what Windows is signed with', () => {
    expect(readSigning(environmentOf(WINDOWS), 'win32')).toEqual({ ok: true, value: { kind: 'signed', by: WINDOWS } })
  })

  it('does not take the macOS certificate for Windows', () => {
    expect(readSigning(environmentOf(MAC), 'win32')).toEqual({ ok: true, value: { kind: 'unsigned' } })
  })

  it('takes an empty variable, as of a workflow without the secret, for none', () => {
    expect(readSigning({ CSC_LINK: '', APPLE_API_KEY: '  ' }, 'darwin').ok).toBe(true)
  })

  it('refuses every half configuration of macOS, naming each missing variable and no value', () => {
    const half = fc.subarray(MAC, { minLength: 1, maxLength: MAC.length - 1 })
    fc.assert(
      fc.property(half, (names) => {
        const read = readSigning(environmentOf(names), 'darwin')
        const said = read.ok ? '' : read.problems.join()
        const missing = MAC.filter((name) => !names.includes(name))
        expect(said.split(' not. ')[0]?.split('set, ')[1]).toBe(
          `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'}`,
        )
        expect(said).not.toContain('value of')
      }),
    )
  })

  it('refuses another way to notarise, which would be taken instead', () => {
    const read = readSigning(environmentOf([...MAC, 'APPLE_ID']), 'darwin')
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining('APPLE_ID would be taken instead. Unset it')])
  })

  it('says so in a sentence', () => {
    expect(readSigning({ WIN_CSC_LINK: 'x' }, 'win32')).toEqual({
      ok: false,
      problems: [
        'Signing for Windows is half configured: WIN_CSC_LINK is set, WIN_CSC_KEY_PASSWORD is not. Set all of them, or none for an unsigned build.',
      ],
    })
  })
})

describe('the signing of several systems', () => {
  const mac = { platform: 'darwin', architecture: 'x64' } as const
  const windows = { platform: 'win32', architecture: 'x64' } as const

  it('asks only for what is built', () => {
    expect(readSignings({ WIN_CSC_LINK: 'x' }, [mac]).ok).toBe(true)
    expect(readSignings({ WIN_CSC_LINK: 'x' }, [mac, windows]).ok).toBe(false)
  })

  it('is demanded for a release of macOS and Windows, whose packages would else never be updated', () => {
    const linux = { platform: 'linux', architecture: 'x64' } as const
    const read = readSignings(environmentOf(MAC), [mac, windows, linux], 'refused')
    expect(read.ok ? [] : read.problems).toEqual([
      'Signing for Windows is not configured, and --signed demands it: set WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD.',
    ])
    expect(readSignings(environmentOf([...MAC, ...WINDOWS]), [mac, windows, linux], 'refused').ok).toBe(true)
  })

  it('tells every problem at once', () => {
    const read = readSignings({ WIN_CSC_LINK: 'x', CSC_LINK: 'x' }, [mac, windows])
    expect(read.ok ? [] : read.problems).toHaveLength(2)
  })

  it('keeps each system’s own', () => {
    const read = readSignings(environmentOf(WINDOWS), [mac, windows])
    expect(read.ok && [read.value.darwin.kind, read.value.win32.kind, read.value.linux.kind]).toEqual([
      'unsigned',
      'signed',
      'unsigned',
    ])
  })

  it('is told by names, never by values', () => {
    for (const platform of PLATFORMS) {
      const read = readSigning(environmentOf(SIGNING_VARIABLES), platform)
      expect(read.ok && describeSigning(platform, read.value)).not.toContain('value of')
    }
    expect(describeSigning('win32', { kind: 'unsigned' })).toContain('without an update feed')
  })
})
