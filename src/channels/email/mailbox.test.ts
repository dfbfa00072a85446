import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMailbox } from './mailbox.ts'

test.each([
  ['anna@example.org', '', 'anna@example.org'],
  [' anna+x@mail.example.org ', '', 'anna+x@mail.example.org'],
  ['Anna Ilieva <anna@example.org>', 'Anna Ilieva', 'anna@example.org'],
  ['"Ilieva, Anna" <anna@example.org>', 'Ilieva, Anna', 'anna@example.org'],
  ['<root@localhost>', '', 'root@localhost'],
  ['Анна <Anna@Пример.БГ>', 'Анна', 'Anna@xn--e1afmkfd.xn--90ae'],
])('%s is a mailbox', (text, name, address) => {
  expect(readMailbox(text)).toEqual({ name, address })
})

test.each([
  '',
  'anna',
  '@example.org',
  'anna@',
  'anna@example.org, boris@example.org',
  'anna@example.org\r\nBcc: eve@example.org',
  'Anna\n<anna@example.org>',
  'Anna <anna@example.org> <eve@example.org>',
  'Anna <anna@example.org>\u0000',
  'a b@example.org',
  '=?utf-8?Q?Anna=0D=0A?= <anna@example.org>',
  'anna@exa mple.org',
  'anna@-example.org',
  'anna@example..org',
  '.anna@example.org',
  '"a\\"b" <anna@example.org',
  `${'a'.repeat(65)}@example.org`,
  'anna@[127.0.0.1]',
  'anna<eve@example.org>@example.org',
])('%j is none', (text) => {
  expect(readMailbox(text)).toBeNull()
})

test('whatever is read as a mailbox has one plain address, and no name can end its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.string(), (before, address, after) => {
      const mailbox = readMailbox(`${before}<${address}>${after}`)
      if (mailbox === null) return
      expect(mailbox.address).toMatch(/^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/)
      expect(mailbox.name).not.toMatch(/[\r\n<>"\u0000-\u001f]/)
    }),
  )
})
