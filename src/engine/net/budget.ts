import type { BudgetReading } from '../ports/plan.ts'
import type { Budget } from '../ports/venue.ts'

interface Charge {
  readonly at: number
  readonly cost: number
}

/**
 * One request budget over a rolling window. A rolling count never exceeds what a fixed window allows either, so one
 * rule serves both kinds of exchange. Moments are monotonic milliseconds.
 */
export interface Bucket {
  readonly budget: Budget
  readonly limit: number
  /** Oldest first; those that left the window are dropped when the next one is added. */
  readonly charges: readonly Charge[]
}

export function createBucket(budget: Budget): Bucket {
  return { budget, limit: budget.limit, charges: [] }
}

export function used(bucket: Bucket, at: number): number {
  return alive(bucket, at).reduce((sum, charge) => sum + charge.cost, 0)
}

export function spend(bucket: Bucket, cost: number, at: number): Bucket {
  return cost === 0 ? bucket : { ...bucket, charges: [...alive(bucket, at), { at, cost }] }
}

/** Milliseconds until `cost` fits into `share` of the budget. A cost above the whole share waits for an empty window. */
export function waitFor(bucket: Bucket, cost: number, share: number, at: number): number {
  const room = Math.max(0, bucket.limit * share - cost)
  let excess = used(bucket, at) - room
  if (excess <= 0) return 0
  for (const charge of alive(bucket, at)) {
    excess -= charge.cost
    if (excess <= 0) return charge.at + bucket.budget.windowMs - at
  }
  return bucket.budget.windowMs
}

/**
 * Takes the exchange's own count to heart when it is higher than ours: other programs share the address. A lower one
 * is not trusted, because requests under way are in ours and not yet in theirs.
 */
export function correct(bucket: Bucket, reading: BudgetReading, at: number): Bucket {
  const unseen = reading.used - used(bucket, at)
  const limit = reading.limit === null ? bucket.limit : Math.min(bucket.budget.limit, Math.max(1, reading.limit))
  return spend({ ...bucket, limit }, Math.max(0, unseen), at)
}

function alive(bucket: Bucket, at: number): readonly Charge[] {
  return bucket.charges.filter((charge) => charge.at + bucket.budget.windowMs > at)
}
