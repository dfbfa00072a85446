import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createValues } from './values.ts'

const { write, read } = createValues()
const across = (value: unknown): unknown => read(JSON.parse(JSON.stringify(write(value))))

it('carries whatever structured clone carries and JSON does not', () => {
  const plain = fc.oneof(
    fc.string(),
    fc.double(),
    fc.bigInt(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array(),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, plain, tie('list'), tie('object'), tie('map'), tie('set')),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    object: fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    map: fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 4 }).map((entries) => new Map(entries)),
    set: fc.array(fc.string(), { maxLength: 4 }).map((items) => new Set(items)),
  }))
  fc.assert(
    fc.property(tree, (value) => {
      expect(across(value)).toEqual(value)
    }),
  )
})

it('takes a list that begins with a tag for a list', () => {
  expect(across(['date', 5])).toEqual(['date', 5])
})

it('drops prototypes', () => {
  const value = Object.assign(Object.create({ inherited: 1 }) as object, { own: 2 })
  expect(across(value)).toEqual({ own: 2 })
})

it.each([
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve()],
])('refuses %s, as Electron does', (_, value) => {
  expect(() => write({ value })).toThrow('An object could not be cloned.')
})
