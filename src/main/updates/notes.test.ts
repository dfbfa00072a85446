import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainNotes } from './notes.ts'

it.each([
  ['', null],
  ['  \n ', null],
  [undefined, null],
  [null, null],
  [42, null],
  [{ note: 'x' }, null],
  ['Plain\r\ntext', 'Plain\ntext'],
  ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
  ['<p>One</p><p>Two &amp; three</p>', 'One\n\nTwo & three'],
  ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<b>x</b><script>alert("y")</script><style>p{}</style><!-- no -->', 'x'],
  ['<i>&#1055;&#x438; &unknown; &#0; &#x110000;</i>', 'Пи &unknown; &#0; &#x110000;'],
  ['<p>&lt;script&gt;</p>', '<script>'],
  ['a\u202Eb\u0007c\u200Bd', 'abcd'],
])('makes plain text of %j', (notes, text) => {
  expect(plainNotes(notes)).toBe(text)
})

it('reads the notes of several versions, and only those that say something', () => {
  const notes = [{ version: '3.0.0', note: '<p>c</p>' }, { version: '2.0.0', note: null }, null, { note: 'a' }]
  expect(plainNotes(notes)).toBe('3.0.0\nc\n\na')
})

it('cuts notes at what a row holds', () => {
  const text = plainNotes('x'.repeat(30_000)) ?? ''
  expect([text.length, text.at(-1)]).toEqual([20_000, '…'])
})

it.each([
  '<script>',
  '<!--',
  '<p',
  '<a ',
  '&#',
  '<script',
  '<<p',
  ' \t',
  '</p',
  '<li x',
  '<li>',
  '\n \n',
  '&amp',
  '<<',
])('reads no mark again and again, however often it comes: %j', (piece) => {
  const began = performance.now()
  plainNotes(`<b>${piece.repeat(200_000 / piece.length)}x`)
  expect(performance.now() - began).toBeLessThan(1_000)
})

it('is bounded whatever a feed sends', () => {
  const piece = fc.constantFrom('<p', '<li>', '&#', '&', '<!--', '<script>', '>', '\n\n\n', 'word ', '<<', '</')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), fc.integer({ min: 1, max: 400 }), (pieces, times) => {
      const text = plainNotes(pieces.join('').repeat(times))
      expect((text ?? '').length).toBeLessThanOrEqual(20_000)
    }),
    { numRuns: 50 },
  )
})
