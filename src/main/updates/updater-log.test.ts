import { expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createUpdaterLog, tidy } from './updater-log.ts'

it.each([
  [
    'at https://user:pass@host.example:8443/feed/latest.yml?token=abc#x',
    'at https://host.example:8443/feed/latest.yml',
  ],
  ['(url: http://127.0.0.1:9/a?b=c)', '(url: http://127.0.0.1:9/a)'],
  ['"https://a.example/?sig=1", https://b.example/?sig=2', '"https://a.example/", https://b.example/'],
  ['HTTPS://HOST/?Secret=1', 'https://host/'],
  ['https://[broken/?token=abc', '<address>'],
  ['first\nsecond', 'first'],
])('says %j without what an address may carry', (message, said) => {
  expect(tidy(message)).toBe(said)
})

it('bounds what a server answered', () => {
  expect(tidy(new Error('x'.repeat(10_000)))).toHaveLength(500)
})

it('keeps the weight of what is said, and takes a failed attempt for no failure of the program', () => {
  const log = createFakeLog()
  const { debug, info, warn, error } = createUpdaterLog(log)
  debug('a')
  info('b')
  warn('c')
  error(new Error('d'))
  expect(log.lines.map(({ level, fields }) => [level, fields['said']])).toEqual([
    ['debug', 'a'],
    ['debug', 'b'],
    ['warn', 'c'],
    ['warn', 'd'],
  ])
})
