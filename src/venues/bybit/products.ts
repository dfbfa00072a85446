import type { Query } from './reads.ts'

export interface Product {
  /** Null where the instrument itself has to tell the coin. */
  readonly settle: string | null
  readonly query: Query
}

/** Every list of contracts there is: linear ones must be asked for by settlement coin, inverse ones all at once. */
export const products: readonly Product[] = [
  { settle: 'USDT', query: linear('USDT') },
  { settle: 'USDC', query: linear('USDC') },
  { settle: null, query: [['category', 'inverse']] },
]

function linear(settle: string): Query {
  return [
    ['category', 'linear'],
    ['settleCoin', settle],
  ]
}
