import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The scrypt cost we write; 2^17 × 8 asks an attacker for 128 MB a guess (https://cheatsheetseries.owasp.org, passwords). */
export const COST = 2 ** 17
/** Files that ask for less were not written by us, and more could stall the machine. */
const LEAST_COST = 2 ** 15
const MOST_COST = 2 ** 20

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)

/** The head of the file: everything needed to make the key from the passphrase. It is authenticated with the body. */
const head = z.strictObject({
  format: z.literal('tidemark-vault'),
  version: z.literal(1),
  cost: z.int().min(LEAST_COST).max(MOST_COST),
  salt: base64.length(44),
})
export type Head = z.infer<typeof head>

const sealed = z.strictObject({
  head,
  nonce: base64.length(16),
  tag: base64.length(24),
  body: base64,
  /** SHA-256 over all of the above: tells a damaged file from a wrong passphrase. */
  sum: base64.length(44),
})
export type Sealed = z.infer<typeof sealed>

export type Opened =
  | { readonly kind: 'sealed'; readonly sealed: Sealed }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly reason: string }

export function encodeSealed(contents: Omit<Sealed, 'sum'>): string {
  return `${JSON.stringify({ ...contents, sum: sumOf(contents) }, null, 2)}\n`
}

/** Reads the file's text; what the passphrase has to do with it is decided elsewhere. */
export function decodeSealed(text: string): Opened {
  const parsed = parse(text)
  if (parsed === undefined) return { kind: 'damaged', reason: 'not JSON' }
  if (isNewer(parsed)) return { kind: 'newer' }
  const read = sealed.safeParse(parsed)
  if (!read.success) return { kind: 'damaged', reason: `field ${read.error.issues[0]?.path.join('.') ?? '?'}` }
  const { sum, ...contents } = read.data
  return sum === sumOf(contents) ? { kind: 'sealed', sealed: read.data } : { kind: 'damaged', reason: 'checksum' }
}

function sumOf({ head, nonce, tag, body }: Omit<Sealed, 'sum'>): string {
  return createHash('sha256')
    .update(JSON.stringify([head, nonce, tag, body]))
    .digest('base64')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const anyVersion = z.looseObject({
  head: z.looseObject({ format: z.literal('tidemark-vault'), version: z.int().min(2) }),
})

function isNewer(parsed: unknown): boolean {
  return anyVersion.safeParse(parsed).success
}
