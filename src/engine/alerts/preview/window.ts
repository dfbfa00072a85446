import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import { larger, share } from '../movement.ts'
import type { Sample } from './counter.ts'

/** Tells of each price how far it is from the lowest and highest of the window before it. Prices come oldest first. */
export function createWindow(withinMs: number, direction: 'up' | 'down' | 'either'): (sample: Sample) => Decimal {
  const lows = createExtreme(-1)
  const highs = createExtreme(1)
  return (sample) => {
    const low = lows(sample, sample.at - withinMs)
    const high = highs(sample, sample.at - withinMs)
    if (direction === 'up') return share(sample.value, low)
    if (direction === 'down') return share(sample.value, high)
    return larger(share(sample.value, low), share(sample.value, high))
  }
}

/** What a newer and more extreme price has outdone can never be the extreme again, so each is looked at twice at most. */
function createExtreme(wanted: 1 | -1): (sample: Sample, since: Time) => Decimal {
  const kept: Sample[] = []
  const place = { first: 0 }
  return (sample, since) => {
    while (kept.length > place.first && compare(kept.at(-1)?.value ?? sample.value, sample.value) !== wanted) kept.pop()
    kept.push(sample)
    while ((kept[place.first]?.at ?? since) < since) place.first += 1
    return kept[place.first]?.value ?? sample.value
  }
}
