import { approximate, div, mul, round, type Decimal } from '../../../shared/decimal.ts'
import type { Contract } from '../../market/contract.ts'
import { fixed } from '../../market/grid.ts'
import type { DayFigures, Quote } from '../../market/quote.ts'
import { symbolOf } from '../names.ts'

export type TickerFields = Readonly<Record<string, string>>

/** The fields REST and stream share; all are text. */
export function tickerFields(contract: Contract, quote: Quote, day: DayFigures): TickerFields {
  const half = round(div(quote.openInterest, '2' as Decimal, 3, 'down'), 3, 'down')
  return {
    symbol: symbolOf(contract),
    price24hPcnt: change(day.open, quote.last),
    lastPrice: quote.last,
    prevPrice24h: day.open,
    highPrice24h: day.high,
    lowPrice24h: day.low,
    prevPrice1h: day.hourAgo,
    markPrice: quote.mark,
    indexPrice: quote.index,
    openInterest: quote.openInterest,
    openInterestValue: worth(contract, quote.openInterest, quote.mark),
    singleOpenInterest: half,
    singleOpenInterestValue: worth(contract, half, quote.mark),
    turnover24h: day.turnover,
    volume24h: day.volume,
    ...fundingFields(contract, quote),
    bid1Price: quote.bid,
    bid1Size: quote.bidSize,
    ask1Price: quote.ask,
    ask1Size: quote.askSize,
    preOpenPrice: '',
    preQty: '',
    curPreListingPhase: '',
  }
}

function fundingFields(contract: Contract, { funding }: Quote): TickerFields {
  if (funding === null) return { fundingIntervalHour: '', fundingCap: '', nextFundingTime: '', fundingRate: '' }
  return {
    fundingIntervalHour: String(contract.fundingHours),
    fundingCap: '0.005',
    nextFundingTime: String(funding.next),
    fundingRate: funding.rate,
  }
}

function change(from: Decimal, to: Decimal): string {
  const start = approximate(from)
  return start === 0 ? '0' : fixed(Math.round(((approximate(to) - start) / start) * 1e6), 6)
}

function worth(contract: Contract, quantity: Decimal, mark: Decimal): Decimal {
  return contract.form === 'linear' ? round(mul(quantity, mark), 2, 'half-even') : div(quantity, mark, 4, 'half-even')
}

/** `/v5/market/tickers` says a little more than the stream. */
export function restTicker(contract: Contract, quote: Quote, day: DayFigures): TickerFields {
  return {
    ...tickerFields(contract, quote, day),
    nextFundingTime: quote.funding === null ? '0' : String(quote.funding.next),
    predictedDeliveryPrice: '',
    basisRate: '',
    basis: '',
    deliveryFeeRate: '',
    deliveryTime: String(contract.delivery ?? 0),
    basisRateYear: '',
  }
}
