import { expect, it } from 'vitest'
import { readCommandLine } from './command-line.ts'

const plain = { demo: false, hidden: false, data: null, unknown: [] }

it.each([
  [[], plain],
  [['.'], plain],
  [['--demo'], { ...plain, demo: true }],
  [['--hidden', '--demo'], { ...plain, demo: true, hidden: true }],
  [['--data', '/tmp/here'], { ...plain, data: '/tmp/here' }],
  [['--data=/tmp/with space'], { ...plain, data: '/tmp/with space' }],
  [['/app/index.js', '--data', 'C:\\Users\\a b', '--hidden'], { ...plain, data: 'C:\\Users\\a b', hidden: true }],
])('%j', (args, read) => {
  expect(readCommandLine(args)).toEqual({ ok: true, value: read })
})

it('ignores what systems and Chromium add, and names it', () => {
  const read = readCommandLine(['--no-sandbox', '--inspect=0', '-psn_0_12345', '--demo', 'https://evil.example', '--'])
  expect(read).toMatchObject({ ok: true, value: { demo: true, hidden: false, data: null } })
  expect(read.ok && read.value.unknown).toEqual(expect.arrayContaining(['no-sandbox', 'inspect']))
})

it.each([[['--data']], [['--data=']], [['--data', '--demo']], [['--demo', '--data']]])(
  'opens no other data folder where one is meant but not named: %j',
  (args) => {
    expect(readCommandLine(args)).toMatchObject({
      ok: false,
      failure: { code: 'invalid', sentence: { id: 'command.missing', values: { option: '--data' } } },
    })
  },
)
