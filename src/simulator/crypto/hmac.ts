import { sha256 } from './sha256.ts'
import { utf8 } from './utf8.ts'

const BLOCK = 64

/** HMAC-SHA256 (RFC 2104) of text under a text secret, in lower-case hex. */
export function hmacSha256(secret: string, payload: string): string {
  const key = keyBlock(utf8(secret))
  const inner = sha256(concat(masked(key, 0x36), utf8(payload)))
  return hex(sha256(concat(masked(key, 0x5c), inner)))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keyBlock(secret: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK)
  block.set(secret.length > BLOCK ? sha256(secret) : secret)
  return block
}

function masked(key: Uint8Array, mask: number): Uint8Array {
  return key.map((byte) => byte ^ mask)
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
