import { compare } from '../../../shared/decimal.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { World } from '../../face.ts'
import type { Contract } from '../../market/contract.ts'
import { tickerFields, type TickerFields } from '../rows/ticker.ts'
import type { Feed } from './feed.ts'

/** `tickers.{symbol}`: a snapshot to whoever comes, then what changed since the last look, ten times a second. */
export function createTickerFeed(world: World, name: string, contract: Contract, sequence: () => number): Feed {
  let last: Decimal | null = null
  let direction = 'ZeroPlusTick'
  const look = (): TickerFields => {
    const now = world.now()
    const quote = world.market.quote(contract, now)
    direction = directionOf(last, quote.last, direction)
    last = quote.last
    return {
      ...streamFields(contract, tickerFields(contract, quote, world.market.day(contract, now))),
      tickDirection: direction,
    }
  }
  let known = look()
  const frame = (type: 'snapshot' | 'delta', data: TickerFields): string =>
    JSON.stringify({ topic: name, type, data, cs: sequence(), ts: world.now() })
  return {
    everyMs: 100,
    snapshot: () => [frame('snapshot', known)],
    beat: () => {
      const next = look()
      const changed = difference(known, next)
      known = next
      return changed === null ? [] : [frame('delta', changed)]
    },
  }
}

/** Dated contracts tell their delivery in ISO on the stream, unlike on REST. */
function streamFields(contract: Contract, fields: TickerFields): TickerFields {
  if (contract.delivery === null) return fields
  return {
    ...fields,
    deliveryTime: new Date(contract.delivery).toISOString(),
    predictedDeliveryPrice: '',
    basisRate: '',
  }
}

/** The symbol and every field that moved; null when none did. */
function difference(before: TickerFields, after: TickerFields): TickerFields | null {
  const changed = Object.entries(after).filter(([field, value]) => before[field] !== value)
  return changed.length === 0 ? null : { symbol: after.symbol ?? '', ...Object.fromEntries(changed) }
}

function directionOf(before: Decimal | null, after: Decimal, direction: string): string {
  const moved = before === null ? 0 : compare(after, before)
  if (moved !== 0) return moved > 0 ? 'PlusTick' : 'MinusTick'
  return direction.endsWith('PlusTick') ? 'ZeroPlusTick' : 'ZeroMinusTick'
}
