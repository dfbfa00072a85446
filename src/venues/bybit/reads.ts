import type { Read } from '../../engine/ports/plan.ts'
import { publicCost, signedCost } from './budgets.ts'

export type Query = Read['query']

export function publicRead(path: string, query: Query = []): Read {
  return { host: 'rest', method: 'GET', path, query, access: 'public', cost: publicCost }
}

/** Only paths of the allow-list in `signed-reads.ts` are ever sent. */
export function signedRead(path: string, query: Query = []): Read {
  return { host: 'rest', method: 'GET', path, query, access: 'signed', cost: signedCost }
}
