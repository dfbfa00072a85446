import type { Signer, Vault } from '../../engine/ports/vault.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createSigner, type Hide } from './signer.ts'

/** Keys for as long as the program runs: demo mode and tests. It keeps signers, not keys. */
export function createMemoryVault(hide: Hide): Vault {
  const signers = new Map<AccountId, Signer>()
  const secrets = new Map<string, string>()
  return {
    kind: 'memory',
    put: (account, pair) => {
      const signer = createSigner(pair, hide)
      if (signer.ok) signers.set(account, signer.value)
      return Promise.resolve(signer.ok ? ok(null) : signer)
    },
    signer: (account) => Promise.resolve(found(signers.get(account))),
    borrow: (pair) => createSigner(pair, hide),
    remove: (account) => {
      signers.delete(account)
      return Promise.resolve(ok(null))
    },
    secrets: {
      keep: (name, secret) => {
        hide(secret)
        secrets.set(name, secret)
        return Promise.resolve(ok(null))
      },
      read: (name) => Promise.resolve(ok(secrets.get(name) ?? null)),
      drop: (name) => {
        secrets.delete(name)
        return Promise.resolve(ok(null))
      },
    },
    state: () => Promise.resolve({ problem: null, remedy: 'none' }),
    unlock: () => Promise.resolve(ok(null)),
    useFile: () => Promise.resolve(ok(null)),
  }
}

function found(signer: Signer | undefined): Result<Signer> {
  return signer === undefined ? noKey() : ok(signer)
}

export function noKey(): Result<never> {
  return fail({ code: 'unavailable', sentence: sentence('vault.no-key'), terminal: true })
}
