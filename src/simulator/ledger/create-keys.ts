import { hmacSha256 } from '../crypto/hmac.ts'
import type { Key, Keys, Verify } from './keys.ts'

export function createKeys(verify: Verify | null): Keys {
  const keys = new Map<string, Key>()
  const nameOf = (key: Pick<Key, 'venue' | 'apiKey'>): string => `${key.venue} ${key.apiKey}`
  return {
    find: (venue, apiKey) => keys.get(nameOf({ venue, apiKey })) ?? null,
    all: () => [...keys.values()],
    put: (key) => void keys.set(nameOf(key), key),
    signed: (key, payload, signature) => {
      if (key.signing === 'hmac') return hmacSha256(key.secret, payload) === signature.toLowerCase()
      return verify?.(key.signing, key.secret, payload, signature) ?? false
    },
  }
}
