import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from './drawing.ts'
import { decodeIcns, encodeIcns, ICNS_SIDES } from './icns.ts'
import { decodeIco, encodeIco } from './ico.ts'

const png = fc.uint8Array({ minLength: 1, maxLength: 200 })

describe('the icon files', () => {
  it('gives back from an ico what was put in', () => {
    const pictures = fc.array(fc.record({ pixels: fc.integer({ min: 1, max: 256 }), png }), { maxLength: 9 })
    fc.assert(
      fc.property(pictures, (given) => {
        const back = decodeIco(encodeIco(given))
        expect(back.map((one) => [one.pixels, [...one.png]])).toEqual(given.map((one) => [one.pixels, [...one.png]]))
      }),
    )
  })

  it('gives back from an icns what was put in', () => {
    fc.assert(
      fc.property(fc.array(png, { minLength: ICNS_SIDES.length, maxLength: ICNS_SIDES.length }), (given) => {
        const pictures = ICNS_SIDES.map((pixels, index) => ({ pixels, png: given[index]! }))
        const back = decodeIcns(encodeIcns(pictures))
        expect(new Set(back.map((one) => [...one.png].join()))).toEqual(new Set(given.map((one) => [...one].join())))
      }),
    )
  })

  it('refuses a file cut short', () => {
    const ico = encodeIco([{ pixels: 16, png: new Uint8Array(40) }])
    const icns = encodeIcns(ICNS_SIDES.map((pixels) => ({ pixels, png: new Uint8Array(40) })))
    expect(() => decodeIco(ico.subarray(0, -1))).toThrow('cut off')
    expect(() => decodeIcns(icns.subarray(0, -1))).toThrow('not an icns file')
    expect(() => decodeIco(icns)).toThrow('not an ico file')
  })

  it('says which picture an icns lacks', () => {
    expect(() => encodeIcns([{ pixels: 16, png: new Uint8Array(1) }])).toThrow('no picture of 32 pixels')
  })

  it('says so when the drawing has no parts', () => {
    expect(() => draw('<svg></svg>', { kind: 'app' }, 16)).toThrow('no definitions')
  })
})
