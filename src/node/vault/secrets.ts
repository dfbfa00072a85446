import type { Secrets } from '../../engine/ports/secrets.ts'
import { accountId, type AccountId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { KeyKeeper } from './key-keeper.ts'
import type { Hide } from './signer.ts'

/** What stands in the place of an exchange's key id; rare, because vaults hide it from the log like one. */
const FILLING = 'tidemark-secret-entry'

/** Secrets in the place where keys are kept, each under a name no account can have. */
export function createSecrets(keeper: KeyKeeper, hide: Hide): Secrets {
  return {
    keep: (name, secret) => {
      hide(secret)
      return keeper.put(entryOf(name), { apiKey: FILLING, apiSecret: secret })
    },
    read: async (name) => {
      const pair = await keeper.pair(entryOf(name))
      if (!pair.ok) return pair
      if (pair.value !== null) hide(pair.value.apiSecret)
      return ok(pair.value?.apiSecret ?? null)
    },
    drop: (name) => keeper.remove(entryOf(name)),
  }
}

function entryOf(name: string): AccountId {
  return accountId(`secret ${name}`)
}
