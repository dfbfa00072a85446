import { describe, expect, it } from 'vitest'
import { readSimulatorOptions } from './options.ts'

describe('the options of the simulator', () => {
  it('have safe defaults', () => {
    expect(readSimulatorOptions([])).toEqual({
      ok: true,
      value: {
        port: 8100,
        host: '127.0.0.1',
        seed: 7,
        bot: 'on',
        market: 'lively',
        symbols: 0,
        report: 'text',
        ask: null,
      },
    })
  })

  it('are read', () => {
    const args = [
      '--port',
      '0',
      '--seed=9',
      '--bot',
      'off',
      '--market',
      'still',
      '--symbols',
      '200',
      '--json',
      '--host',
      '::1',
    ]
    expect(readSimulatorOptions(args)).toMatchObject({
      ok: true,
      value: { port: 0, seed: 9, bot: 'off', market: 'still', symbols: 200, report: 'json', host: '::1' },
    })
    expect(readSimulatorOptions(['--help'])).toMatchObject({ value: { ask: 'help' } })
    expect(readSimulatorOptions(['-v'])).toMatchObject({ value: { ask: 'version' } })
  })

  it.each([
    [['--sead', '7'], 'command.unknown-option', { option: '--sead' }],
    [['now'], 'command.unknown-option', { option: 'now' }],
    [['--seed', 'luck'], 'command.bad-value', { option: '--seed', value: 'luck' }],
    [['--symbols', '2001'], 'command.bad-value', { option: '--symbols', value: '2001' }],
    [['--bot', 'maybe'], 'command.bad-value', { option: '--bot', value: 'maybe' }],
    [['--market', 'wild'], 'command.bad-value', { option: '--market', value: 'wild' }],
    [['--port', '65536'], 'command.bad-value', { option: '--port', value: '65536' }],
  ])('%j are refused by name', (args, id, values) => {
    expect(readSimulatorOptions(args)).toMatchObject({ ok: false, failure: { sentence: { id, values } } })
  })
})
