import { decimal } from '../../shared/decimal.ts'
import type { Contract } from './contract.ts'
import { coins, type CoinRow } from './coins.ts'
import { deliveryNames, nextDelivery } from './delivery.ts'
import { DAY } from './walk.ts'
import type { Time } from '../../shared/ids.ts'

/** A contract together with the walk its price follows: BTCUSDT, BTCUSDC and BTCUSD move as one. */
export interface Listed {
  readonly contract: Contract
  readonly walk: string
}

const LAUNCH = 1_585_526_400_000

/** The contracts listed at a moment, and `synthetic` more ("SYN001USDT" …) for load. */
export function catalogue(at: Time, synthetic: number): readonly Listed[] {
  return [...coins.map(perpetual), ...usdc(), ...dated(at), ...inverse(), ...crosses(), ...synthetics(synthetic)]
}

function perpetual(row: CoinRow): Listed {
  const [base, anchor, tick, step, volatility, turnover, venues = 'both', fundingHours = 8, underlying = 'coin'] = row
  const symbol = `${base}USDT`
  return {
    walk: base,
    contract: {
      ...linear(base, 'USDT', anchor, tick, step),
      id: symbol,
      symbols: { bybit: venues === 'binance' ? null : symbol, binance: symbol },
      volatility,
      turnover: turnover * 1e6,
      fundingHours,
      underlying,
      maxLeverage: decimal(turnover >= 300 ? '100.00' : '50.00'),
      maintenanceRate: decimal(turnover >= 300 ? '0.005' : '0.01'),
    },
  }
}

function linear(base: string, quote: string, anchor: number, tick: string, step: string): Contract {
  return {
    id: `${base}${quote}`,
    symbols: { bybit: null, binance: null },
    base,
    quote,
    settle: quote,
    form: 'linear',
    delivery: null,
    launch: LAUNCH,
    tick: decimal(tick),
    step: decimal(step),
    maxQuantity: decimal(anchor > 1000 ? '1190.000' : '5000000'),
    minNotional: decimal('5'),
    maxLeverage: decimal('100.00'),
    maintenanceRate: decimal('0.005'),
    fundingHours: 8,
    anchor,
    volatility: 0.022,
    turnover: 1e9,
    underlying: 'coin',
  }
}

function usdc(): readonly Listed[] {
  return [
    usdcPerpetual('BTC', 96_385, '0.10', '0.001'),
    usdcPerpetual('ETH', 3299.4, '0.01', '0.01'),
    usdcPerpetual('SOL', 187.95, '0.01', '0.1'),
  ]
}

function usdcPerpetual(base: string, anchor: number, tick: string, step: string): Listed {
  const contract = linear(base, 'USDC', anchor, tick, step)
  return {
    walk: base,
    contract: { ...contract, symbols: { bybit: `${base}PERP`, binance: `${base}USDC` }, turnover: 2e8 },
  }
}

function dated(at: Time): readonly Listed[] {
  const delivery = nextDelivery(at)
  const names = deliveryNames(delivery)
  const future = (base: string, anchor: number, tick: string): Listed => ({
    walk: base,
    contract: {
      ...linear(base, 'USDT', anchor, tick, '0.001'),
      id: `${base}USDT-${names.bybit}`,
      symbols: { bybit: `${base}USDT-${names.bybit}`, binance: `${base}USDT_${names.binance}` },
      delivery,
      launch: delivery - 182 * DAY,
      turnover: 4e7,
    },
  })
  return [future('BTC', 96_870, '0.10'), future('ETH', 3317, '0.01')]
}

function inverse(): readonly Listed[] {
  const coin = (base: string, anchor: number, tick: string, turnover: number): Listed => ({
    walk: base,
    contract: {
      ...linear(base, 'USD', anchor, tick, '1'),
      symbols: { bybit: `${base}USD`, binance: null },
      settle: base,
      form: 'inverse',
      maxQuantity: decimal('16000000'),
      minNotional: decimal('1'),
      turnover,
    },
  })
  return [coin('BTC', 96_410, '0.10', 8e8), coin('ETH', 3300.5, '0.01', 2e8)]
}

/** Quoted in a coin: symbols whose quote cannot be guessed by cutting four letters. */
function crosses(): readonly Listed[] {
  const contract = linear('ETH', 'BTC', 0.034232, '0.000001', '0.001')
  const symbols = { bybit: null, binance: 'ETHBTC' }
  return [{ walk: 'ETH/BTC', contract: { ...contract, symbols, turnover: 60, volatility: 0.012 } }]
}

function synthetics(count: number): readonly Listed[] {
  return Array.from({ length: count }, (_, index) => {
    const base = `SYN${String(index + 1).padStart(3, '0')}`
    const anchor = 0.5 + ((index * 37) % 400)
    return perpetual([base, anchor, '0.0001', '0.1', 0.04, 5])
  })
}
