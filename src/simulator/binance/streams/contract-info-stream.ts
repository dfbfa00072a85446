import type { Time } from '../../../shared/ids.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { symbolOf } from '../names.ts'
import { contractStatus, contractType, deliveryDate } from '../rest/exchange-info.ts'
import type { Stream } from './stream.ts'

const EVERY = 1000

/** `!contractInfo`: one frame for each contract whose status changes, that is, when it starts to trade or settles. */
export function contractInfoStream(market: Market): Stream {
  const known = new Map<string, string>()
  function changed(contract: Contract, now: Time): boolean {
    const status = contractStatus(contract, now)
    const before = known.get(contract.id)
    known.set(contract.id, status)
    return before !== undefined && before !== status
  }
  return {
    everyMs: EVERY,
    frames: (now) =>
      market
        .listed('binance')
        .filter((contract) => changed(contract, now))
        .map((contract) => contractInfo(contract, now)),
  }
}

function contractInfo(contract: Contract, now: Time): unknown {
  return {
    e: 'contractInfo',
    E: now,
    s: symbolOf(contract),
    ps: `${contract.base}${contract.quote}`,
    ct: contractType(contract, now),
    dt: deliveryDate(contract),
    ot: contract.launch,
    cs: contractStatus(contract, now),
    st: 1,
  }
}
