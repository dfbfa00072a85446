import { expect, it } from 'vitest'
import { refusalOf } from './rights-rule.ts'

it.each([
  ['read-only', false, null],
  ['read-only', true, null],
  ['unknown', false, null],
  ['can-trade', true, null],
  ['can-trade', false, 'venue.key-can-trade'],
  ['can-withdraw', false, 'venue.key-can-withdraw'],
  ['can-withdraw', true, 'venue.key-can-withdraw'],
] as const)('a key that is %s, trading accepted %s: %s', (verdict, accepted, said) => {
  expect(refusalOf({ verdict, powers: ['Order'] }, 'An exchange', accepted)?.sentence.id ?? null).toBe(said)
})
