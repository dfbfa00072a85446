import { describe, expect, it } from 'vitest'
import { decimal, sub } from '../../../shared/decimal.ts'
import { createExchange, get, place, wish, type Exchange } from './exchange.ts'

function setPrice(exchange: Exchange, id: string, price: string): void {
  const contract = exchange.market.contract(id)
  const at = decimal(price)
  exchange.market.setPrice(contract, exchange.clock.now(), { last: at, mark: at, index: at, then: 'hold' })
}

/** The coherent demo account of the venue's reference: long 0.050 BTC, short 10 SOL, wallet exactly 5000. */
function coherent(exchange: Exchange) {
  const { ledger, account, clock } = exchange
  ledger.setLeverage(account, 'BTCUSDT', decimal('20'), clock.now())
  ledger.setLeverage(account, 'SOLUSDT', decimal('10'), clock.now())
  place(exchange, wish('BTCUSDT', 'buy', '0.050'), decimal('91000.00'))
  place(exchange, wish('SOLUSDT', 'sell', '10'), decimal('145.20'))
  const wallet = account.state().wallets.get('USDT') ?? decimal('0')
  ledger.transfer(account, 'USDT', sub(decimal('5000'), wallet), clock.now())
  setPrice(exchange, 'BTCUSDT', '91739.90')
  setPrice(exchange, 'SOLUSDT', '142.50')
  clock.advance(1000)
}

describe('what an account is worth', () => {
  it('agrees with the worked example of the reference', () => {
    const exchange = createExchange()
    coherent(exchange)
    expect(get(exchange, '/fapi/v3/account')).toMatchObject({
      totalWalletBalance: '5000.00000000',
      totalUnrealizedProfit: '63.99500000',
      totalMarginBalance: '5063.99500000',
      totalInitialMargin: '371.84975000',
      availableBalance: '4692.14525000',
      maxWithdrawAmount: '4628.15025000',
    })
    expect(get(exchange, '/fapi/v3/positionRisk', 'symbol=SOLUSDT')).toMatchObject([
      {
        notional: '-1425.00000000',
        unRealizedProfit: '27.00000000',
        initialMargin: '142.50000000',
        entryPrice: '145.2',
      },
    ])
  })

  it('keeps the wallet of an isolated position out of the cross wallet', () => {
    const exchange = createExchange({ modes: { margin: 'isolated' } })
    coherent(exchange)
    const [risk] = get(exchange, '/fapi/v3/positionRisk', 'symbol=BTCUSDT')
    const usdt = get(exchange, '/fapi/v3/balance').find((row: { asset: string }) => row.asset === 'USDT')
    expect(Number(risk.isolatedWallet)).toBeGreaterThan(0)
    expect(Number(risk.isolatedMargin)).toBeCloseTo(Number(risk.isolatedWallet) + Number(risk.unRealizedProfit), 8)
    expect(Number(usdt.crossWalletBalance)).toBeLessThan(Number(usdt.balance))
    expect(usdt.crossUnPnl).toBe('0.00000000')
  })

  it('counts USDT alone in single-asset mode, and everything with its haircut in multi-assets mode', () => {
    const exchange = createExchange()
    const { ledger, account, clock } = exchange
    ledger.transfer(account, 'BTC', decimal('0.1'), clock.now())
    expect(get(exchange, '/fapi/v3/account').totalWalletBalance).toBe('5000.00000000')
    ledger.setAssets(account, 'multi', clock.now())
    const pooled = get(exchange, '/fapi/v3/account')
    const rates = get(exchange, '/fapi/v1/assetIndex')
    const bid = (symbol: string) => Number(rates.find((row: { symbol: string }) => row.symbol === symbol).bidRate)
    expect(Number(pooled.totalWalletBalance)).toBeCloseTo(5000 * bid('USDTUSD') + 0.1 * bid('BTCUSD'), 6)
    expect(get(exchange, '/fapi/v1/accountConfig').multiAssetsMargin).toBe(true)
  })

  it('sets margin aside for a resting order, of which no event tells', () => {
    const exchange = createExchange()
    const free = () => Number(get(exchange, '/fapi/v3/account').availableBalance)
    const before = free()
    place(exchange, wish('BTCUSDT', 'buy', '0.010', { price: decimal('90000.00') }))
    expect(before - free()).toBeCloseTo(90, 6)
  })
})
