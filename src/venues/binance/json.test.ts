import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asObject, readJson } from './json.ts'

const parsed = (text: string): unknown => {
  const read = readJson(text, 'test')
  return read.ok ? read.value : read.failure.sentence.id
}

describe('reading JSON', () => {
  it('keeps two ids apart that a float would make one', () => {
    expect(parsed('[{"tranId":9007199254740993},{"tranId":9007199254740992}]')).toEqual([
      { tranId: '9007199254740993' },
      { tranId: '9007199254740992' },
    ])
  })

  it('leaves numbers inside texts and short or fractional numbers alone', () => {
    const text = '{"a":"1234567890123456789","b":"\\"1234567890123456789","c":0.12345678901234567,"d":1795257600000}'
    expect(parsed(text)).toEqual(JSON.parse(text))
  })

  it('reads texts full of digits, quotes and backslashes as JSON.parse does', () => {
    const digits = fc.stringMatching(/^[0-9"\\:,.-]{0,40}$/)
    const value = fc.dictionary(
      digits,
      fc.oneof(digits, fc.integer(), fc.boolean(), fc.constant(null), fc.array(digits)),
    )
    const property = fc.property(value, (one) => {
      expect(parsed(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(one)))
    })
    fc.assert(property)
  })

  it('refuses anything else without throwing', () => {
    expect(parsed('<html>')).toBe('venue.unreadable')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readJson(text, 'test').ok === 'boolean'))
  })

  it('takes only objects for objects', () => {
    expect([asObject(null), asObject([]), asObject('x'), asObject(1)]).toEqual([null, null, null, null])
    expect(asObject({ a: 1 })).toEqual({ a: 1 })
  })
})
