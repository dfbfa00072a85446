import { describe, expect, it } from 'vitest'
import { readServeOptions } from './serve-options.ts'

describe('the options of serve', () => {
  it('have safe defaults', () => {
    expect(readServeOptions([])).toEqual({
      ok: true,
      value: {
        port: 8000,
        host: '127.0.0.1',
        data: null,
        demo: false,
        vault: null,
        feedOpen: false,
        open: false,
        ask: null,
      },
    })
  })

  it('are read', () => {
    const read = readServeOptions([
      '--port',
      '0',
      '--host=::1',
      '--data',
      '/tmp/x',
      '--demo',
      '--vault',
      'file',
      '--feed-open',
    ])
    expect(read).toMatchObject({
      ok: true,
      value: { port: 0, host: '::1', data: '/tmp/x', demo: true, vault: 'file', feedOpen: true },
    })
    expect(readServeOptions(['-h'])).toMatchObject({ value: { ask: 'help' } })
    expect(readServeOptions(['--version'])).toMatchObject({ value: { ask: 'version' } })
  })

  it.each([
    [['--prot', '1'], 'command.unknown-option', { option: '--prot' }],
    [['--demo', '-x'], 'command.unknown-option', { option: '-x' }],
    [['--port', 'eighty'], 'command.bad-value', { option: '--port', value: 'eighty' }],
    [['--port', '70000'], 'command.bad-value', { option: '--port', value: '70000' }],
    [['--port'], 'command.bad-value', { option: '--port' }],
    [['--demo=yes'], 'command.bad-value', { option: '--demo', value: 'yes' }],
    [['--vault', 'cloud'], 'command.bad-value', { option: '--vault', value: 'cloud' }],
    [['quickly'], 'command.bad-value', { value: 'quickly' }],
  ])('%j are refused by name', (args, id, values) => {
    expect(readServeOptions(args)).toMatchObject({ ok: false, failure: { sentence: { id, values } } })
  })
})
