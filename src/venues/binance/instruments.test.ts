import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import info from './fixtures/exchange-info.json' with { type: 'json' }
import { instrumentsPlan } from './instruments.ts'
import { answering, failureOf, perform, refusal, valueOf } from './test/perform.ts'
import { instruments, market } from './test/scene.ts'

const listed = (symbol: string) => instruments.get(instrumentId(market, symbol))

describe('contracts', () => {
  it.each([
    ['BTCUSDT', 'BTC', 'USDT', 'USDT'],
    ['BTCUSDC', 'BTC', 'USDC', 'USDC'],
    ['1000PEPEUSDT', '1000PEPE', 'USDT', 'USDT'],
    ['ETHBTC', 'ETH', 'BTC', 'BTC'],
    ['BTCUSDT_261225', 'BTC', 'USDT', 'USDT'],
    ['TSLAUSDT', 'TSLA', 'USDT', 'USDT'],
    ['币安人生USDT', '币安人生', 'USDT', 'USDT'],
  ])('%s is resolved through the list, never sliced', (symbol, base, quote, settle) => {
    expect(listed(symbol)).toMatchObject({ base, quote, settle, sizeUnit: base, kind: 'linear', contractSize: '1' })
  })

  it('takes steps from the filters, not from the precision', () => {
    expect(listed('BTCUSDT')).toMatchObject({ tick: '0.10', step: '0.001' })
    expect(listed('1000PEPEUSDT')).toMatchObject({ tick: '0.0000001', step: '1' })
    expect(listed('SOONUSDT')).toMatchObject({ tick: '0.0001', step: '1' })
    expect(listed('TSLAUSDT')).toMatchObject({ tick: '0.00000001' })
  })

  it('knows what expires and what trades, whatever the type is called', () => {
    expect(listed('BTCUSDT_261225')).toMatchObject({ expiresAt: 1_798_185_600_000, trading: true })
    expect(listed('TSLAUSDT')).toMatchObject({ expiresAt: null, trading: true })
    expect(listed('OLDUSDT')).toMatchObject({ expiresAt: null, trading: false })
    expect(listed('SOONUSDT')).toMatchObject({ expiresAt: null, trading: false })
  })

  it('knows funding intervals: adjusted, usual, none', () => {
    expect(listed('SOLUSDT')?.fundingIntervalHours).toBe(4)
    expect(listed('BTCUSDT')?.fundingIntervalHours).toBe(8)
    expect(listed('BTCUSDT_261225')?.fundingIntervalHours).toBeNull()
  })

  it('drops COIN-M contracts and rows that cannot be read, and keeps the others', () => {
    expect(listed('BTCUSD_PERP')).toBeUndefined()
    expect(instruments.size).toBe(info.exchangeInfo.symbols.length - 2)
  })

  it('guesses no funding interval when the list of them is missing', () => {
    const plan = perform(instrumentsPlan(market), (read) =>
      read.path.endsWith('fundingInfo')
        ? refusal(read, 503, -1001)
        : answering({ '/fapi/v1/exchangeInfo': info.exchangeInfo })(read),
    )
    expect(valueOf(plan).every(({ fundingIntervalHours }) => fundingIntervalHours === null)).toBe(true)
  })

  it('fails rather than telling of an exchange without contracts', () => {
    for (const symbols of [[], [null, {}], undefined])
      expect(
        failureOf(perform(instrumentsPlan(market), answering({ '/fapi/v1/exchangeInfo': { symbols } }))).code,
      ).toBe('venue')
  })
})
