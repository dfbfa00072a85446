import { z } from 'zod'
import type { KeyPair } from '../../engine/ports/vault.ts'

/** What one vault entry holds. */
export const keyPair = z.strictObject({ apiKey: z.string().min(1), apiSecret: z.string().min(1) })

/** Null when the text is not a key pair; it is never quoted in a message. */
export function decodeKeyPair(text: string): KeyPair | null {
  try {
    return keyPair.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function encodeKeyPair(pair: KeyPair): string {
  return JSON.stringify(trimmed(pair))
}

export function trimmed({ apiKey, apiSecret }: KeyPair): KeyPair {
  return { apiKey: apiKey.trim(), apiSecret: apiSecret.trim() }
}
