import { ok, type Result } from '../../shared/result.ts'
import type { Key } from '../ledger/keys.ts'
import { refuse } from '../ledger/problems.ts'
import type { Do } from './commands.ts'
import type { Desks } from './desks.ts'

export function keyRights(desks: Desks, { apiKey, rights }: Do<'key-rights'>): Result<null> {
  return changeKey(desks, apiKey, { rights })
}

export function keyState(desks: Desks, { apiKey, state }: Do<'key-state'>): Result<null> {
  return changeKey(desks, apiKey, { state })
}

function changeKey({ ledger }: Desks, apiKey: string, change: Partial<Key>): Result<null> {
  const key = ledger.keys.all().find((each) => each.apiKey === apiKey)
  if (key === undefined) return refuse('simulator.key', { key: apiKey })
  ledger.keys.put({ ...key, ...change })
  return ok(null)
}
