import type { Time } from '../../../shared/ids.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { money } from '../format.ts'
import type { Stream } from './stream.ts'
import { wholeMarket, wireContract, type WireContract } from './wire-contracts.ts'

/** `<symbol>@markPrice[@1s]`: on every beat, changed or not. */
export function markPriceStream(market: Market, contract: Contract, everyMs: number): Stream {
  const wire = wireContract(contract)
  return { everyMs, frames: (now) => [markPrice(market, wire, now)] }
}

/** `!markPrice@arr[@1s]`: one array of everything. */
export function allMarkPricesStream(market: Market, everyMs: number): Stream {
  return { everyMs, frames: (now) => [wholeMarket(market).map((wire) => markPrice(market, wire, now))] }
}

/** Dated contracts have rate "0.00000000" and time 0 on the wire, whatever the page says. */
function markPrice(market: Market, { contract, symbol, st }: WireContract, now: Time): unknown {
  const quote = market.quote(contract, now)
  return {
    e: 'markPriceUpdate',
    E: now,
    s: symbol,
    p: money(quote.mark),
    ap: money(quote.mark),
    P: money(quote.index),
    i: money(quote.index),
    r: quote.funding === null ? '0.00000000' : money(quote.funding.rate),
    T: quote.funding?.next ?? 0,
    st,
  }
}
