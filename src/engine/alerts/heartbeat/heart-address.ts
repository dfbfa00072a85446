import type { HeartbeatChoices } from '../../../shared/alert-contract.ts'
import { fail, ok, type Failure, type Result } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import type { Heart } from '../../ports/heart.ts'
import type { Secrets } from '../../ports/secrets.ts'

/** Where heartbeats go to. The address may hold a secret, so it is kept where secrets are and shown nowhere. */
export interface HeartAddress {
  read(): Promise<Result<Heart>>
  /** Keeps an address that was given and can be one. Null where there is none and none is needed. */
  choose(choices: Pick<HeartbeatChoices, 'enabled' | 'address'>): Promise<Result<Heart | null>>
}

const SECRET = 'heartbeat address'

export function createHeartAddress(secrets: Secrets, make: (address: string) => Result<Heart>): HeartAddress {
  const heartOf = (address: string | null): Result<Heart> => (isNone(address) ? fail(missing()) : make(address.trim()))

  async function read(): Promise<Result<Heart>> {
    const kept = await secrets.read(SECRET)
    return kept.ok ? heartOf(kept.value) : kept
  }

  async function keep(address: string): Promise<Result<Heart>> {
    const heart = heartOf(address)
    if (!heart.ok) return heart
    const kept = await secrets.keep(SECRET, address.trim())
    return kept.ok ? heart : kept
  }

  return {
    read,
    choose: async ({ enabled, address }) => {
      if (!isNone(address)) return keep(address)
      const heart = await read()
      return heart.ok || enabled ? heart : ok(null)
    },
  }
}

function isNone(address: string | null): address is null {
  return address === null || address.trim() === ''
}

function missing(): Failure {
  return { code: 'invalid', field: 'address', sentence: sentence('heartbeat.no-address') }
}
