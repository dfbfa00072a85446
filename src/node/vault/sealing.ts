import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, scrypt, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { KeyPair } from '../../engine/ports/vault.ts'
import { keyPair } from './key-pair.ts'
import type { Head, Sealed } from './sealed-file.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const BLOCK_SIZE = 8
/** scrypt needs 128 × cost × block size; Node asks for a little room above that. */
const MEMORY_FACTOR = 130

/** An open vault: its key, which cannot be read as bytes by accident, and the head it was made from. */
export interface Unlocked {
  readonly head: Head
  readonly key: KeyObject
}

/** Account id → key pair. */
export type Contents = Readonly<Record<string, KeyPair>>
const contents = z.record(z.string(), keyPair)

export function newHead(cost: number): Head {
  return { format: 'tidemark-vault', version: 1, cost, salt: randomBytes(KEY_BYTES).toString('base64') }
}

/** Slow on purpose; runs off the main thread. */
export function deriveKey(passphrase: string, head: Head): Promise<KeyObject> {
  const options = { N: head.cost, r: BLOCK_SIZE, p: 1, maxmem: MEMORY_FACTOR * head.cost * BLOCK_SIZE }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(head.salt, 'base64'), KEY_BYTES, options, (error, bytes) => {
      if (error !== null) return reject(error)
      resolve(createSecretKey(bytes))
      bytes.fill(0)
    })
  })
}

export function seal({ head, key }: Unlocked, plain: Contents): Omit<Sealed, 'sum'> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(JSON.stringify(head)))
  const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()])
  return {
    head,
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    body: body.toString('base64'),
  }
}

/** Null when the key does not fit. */
export function unseal(key: KeyObject, { head, nonce, tag, body }: Omit<Sealed, 'sum'>): Contents | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'))
      .setAAD(Buffer.from(JSON.stringify(head)))
      .setAuthTag(Buffer.from(tag, 'base64'))
    const plain = Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()])
    return contents.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  }
}
