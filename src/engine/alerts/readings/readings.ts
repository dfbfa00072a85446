import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import type { CrossingCondition } from '../line.ts'
import type { Reading } from '../reading.ts'
import { accountReadings } from './account.ts'
import { keyReadings } from './key.ts'
import { positionReadings } from './position.ts'
import { fundingReadings, movementReadings, priceReadings } from './price.ts'
import { streamReadings } from './stream.ts'
import { systemReadings } from './system.ts'

/** Every figure a rule holds against its line, as it is now. */
export function readingsOf(
  rule: StoredRule,
  condition: CrossingCondition,
  facts: Facts,
  now: number,
): readonly Reading[] {
  switch (condition.kind) {
    case 'price-crosses':
      return priceReadings(condition, facts)
    case 'price-moves':
      return movementReadings(condition, facts)
    case 'funding-rate':
      return fundingReadings(rule, condition, facts)
    case 'position-pnl':
    case 'position-roi':
    case 'liquidation-distance':
      return positionReadings(rule, condition.kind, facts)
    case 'margin-ratio':
    case 'drawdown':
    case 'daily-loss':
      return accountReadings(rule, condition.kind, facts)
    case 'stream-stale':
      return streamReadings(rule, facts, now)
    case 'key-expires':
      return keyReadings(rule, facts, now)
    case 'system':
      return systemReadings(condition, facts, now)
  }
}
