import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanMessage, cleanText } from './clean.ts'
import { quote } from './quote.ts'
import { utf8 } from './utf8.ts'

test('every letter, mark and space stays; only what receivers refuse goes', () => {
  const text = 'a\u00a0b\tc 👩‍👩‍👧‍👦 \u202eשלום\u202c\n\n  x'
  expect(cleanText(text)).toBe(text)
  expect(cleanText('a\r\nb\rc\u2028d\u0000\u001b[1m\ud800')).toBe('a\nb\nc\nd[1m\ufffd')
})

test('a line is one line, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanLine(text)).not.toMatch(/[\r\n\u0000-\u001f\u007f\u2028\u2029]/)
      expect(cleanLine(text).isWellFormed()).toBe(true)
    }),
  )
})

test('a message always has a title', () => {
  expect(cleanMessage({ title: ' \n ', body: ' \n ' })).toEqual({ title: 'Tidemark', body: '' })
})

test('words are quoted short, without markup and without the secret', () => {
  expect(quote('<pre>Cannot POST /hooks/abcdef</pre>\r\n', ['/hooks/abcdef', 'abcdef'])).toBe('Cannot POST …')
  expect(quote('x'.repeat(500), [])).toHaveLength(201)
  expect(quote('abc\u0000def', ['abcdef'])).toBe('…')
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.uuid(), (before, after, secret) => {
      expect(quote(`${before}${secret}${after}`, ['a', secret])).not.toContain(secret)
    }),
  )
})

test('UTF-8 is what every encoder makes of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8(`${text}%41\ud800`)).toEqual(new TextEncoder().encode(`${text}%41\ud800`))
    }),
  )
})
