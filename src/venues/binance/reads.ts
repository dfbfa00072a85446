import type { Read } from '../../engine/ports/plan.ts'
import type { Budget } from '../../engine/ports/venue.ts'

const MINUTE = 60_000

/**
 * Per address: the exchange allows 2400 a minute on the futures host, and other programs of the user share it.
 * Funding intervals have a counter of their own, 500 in five minutes.
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
 */
export const budgets: readonly Budget[] = [
  { host: 'rest', bucket: 'weight', limit: 1800, windowMs: MINUTE },
  { host: 'rest', bucket: 'funding', limit: 250, windowMs: 5 * MINUTE },
  { host: 'sapi', bucket: 'weight', limit: 600, windowMs: MINUTE },
]

export type Query = Read['query']

/** Needs no key. */
export function publicRead(path: string, weight: number, query: Query = []): Read {
  return { host: 'rest', method: 'GET', path, query, access: 'public', cost: { weight } }
}

export function signedRead(path: string, weight: number, query: Query = []): Read {
  return { host: 'rest', method: 'GET', path, query, access: 'signed', cost: { weight } }
}

export function fundingInfoRead(): Read {
  return { ...publicRead('/fapi/v1/fundingInfo', 0), cost: { funding: 1 } }
}

/** Header only: no timestamp, no signature, no parameters. */
export function listenKeyRead(method: 'POST' | 'PUT'): Read {
  return { host: 'rest', method, path: '/fapi/v1/listenKey', query: [], access: 'key', cost: { weight: 1 } }
}

export function keyRightsRead(): Read {
  return { ...signedRead('/sapi/v1/account/apiRestrictions', 1), host: 'sapi' }
}

export function serverTimeRead(): Read {
  return publicRead('/fapi/v1/time', 1)
}
