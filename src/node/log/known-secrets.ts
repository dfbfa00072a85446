import { createHash, randomBytes } from 'node:crypto'

/**
 * Recognises registered texts wherever they stand in a line without keeping them: of each it knows the length, a
 * rolling hash for finding candidates (Rabin–Karp) and a salted SHA-256 for being sure.
 */
export interface KnownSecrets {
  /** Registers a secret. Each line of a multi-line one counts by itself; very short pieces are not worth hiding. */
  readonly add: (secret: string) => void
  /** The line with every registered text replaced. */
  readonly redact: (line: string) => string
}

export const HIDDEN = '[hidden]'
const SHORTEST = 8
const BASE = 257
const MODULUS = 2 ** 31 - 1

interface OfLength {
  readonly rolling: Set<number>
  readonly sure: Set<string>
}

export function createKnownSecrets(): KnownSecrets {
  const byLength = new Map<number, OfLength>()
  const salt = randomBytes(16)
  const digest = (text: string) => createHash('sha256').update(salt).update(text).digest('base64')

  function addPiece(piece: string): void {
    if (piece.length < SHORTEST) return
    const known = byLength.get(piece.length) ?? { rolling: new Set(), sure: new Set() }
    known.rolling.add(hashOf(piece))
    known.sure.add(digest(piece))
    byLength.set(piece.length, known)
  }

  function find(line: string, length: number, { rolling, sure }: OfLength): readonly number[] {
    const isSecret = (start: number) => sure.has(digest(line.slice(start, start + length)))
    return windows(line, length)
      .filter(({ hash, start }) => rolling.has(hash) && isSecret(start))
      .map(({ start }) => start)
  }

  function redact(line: string): string {
    const spans = [...byLength].flatMap(([length, known]) =>
      find(line, length, known).map((start) => ({ start, end: start + length })),
    )
    return spans.length === 0 ? line : blackOut(line, spans)
  }

  return { add: (secret) => formsOf(secret).forEach(addPiece), redact }
}

/** Whole and line by line, as it would stand in a URL and in JSON. A PEM's BEGIN and END lines are no secret. */
function formsOf(secret: string): readonly string[] {
  const breaks = secret.includes('-----') ? /\s+|\\n/ : /[\r\n]+/
  const lines = secret.split(breaks).filter((line) => !line.includes('-----'))
  return [...new Set(lines.flatMap((line) => [line, line.trim(), encodeURIComponent(line), inJson(line)]))]
}

function inJson(line: string): string {
  return JSON.stringify(line).slice(1, -1)
}

function hashOf(text: string): number {
  return windows(text, text.length)[0]?.hash ?? 0
}

/** The rolling hash of every stretch of the given length; each follows from the one before. */
function windows(text: string, length: number): readonly { readonly start: number; readonly hash: number }[] {
  const found: { start: number; hash: number }[] = []
  const top = power(length - 1)
  let hash = 0
  for (let end = 0; end < text.length; end += 1) {
    const leaving = end >= length ? times(text.charCodeAt(end - length), top) : 0
    hash = (times(hash - leaving + MODULUS, BASE) + text.charCodeAt(end)) % MODULUS
    if (end >= length - 1) found.push({ start: end - length + 1, hash })
  }
  return found
}

function power(exponent: number): number {
  let value = 1
  for (let step = 0; step < exponent; step += 1) value = times(value, BASE)
  return value
}

/** Exact: the second factor is taken in two halves so that no product leaves 53 bits. */
function times(a: number, b: number): number {
  const left = a % MODULUS
  const high = Math.floor(b / 65_536)
  return (((left * high) % MODULUS) * 65_536 + left * (b % 65_536)) % MODULUS
}

function blackOut(line: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let text = ''
  let done = 0
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start >= done) text += line.slice(done, start) + HIDDEN
    done = Math.max(done, end)
  }
  return text + line.slice(done)
}
