/** Repeatable chance: the same seed gives the same numbers. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [0, below). */
  whole(below: number): number
  /** `count` characters of the alphabet. */
  letters(count: number, alphabet: string): string
  /** A repeatable source of its own, by name. */
  fork(name: string): Chance
}

/** FNV-1a with a final stir: a well-spread 32-bit number for any text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return stir(hash)
}

/** Spreads numbers that lie close together; the same two give the same. */
export function hashPair(a: number, b: number): number {
  return stir(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(b ^ (b / 0x1_0000_0000), 0xc2b2ae35))
}

/** A hash as a fraction in [0, 1). */
export function fraction(hash: number): number {
  return (hash >>> 0) / 0x1_0000_0000
}

export function createChance(seed: number): Chance {
  let state = stir(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return fraction(stir(state))
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    next,
    whole,
    letters: (count, alphabet) => Array.from({ length: count }, () => alphabet[whole(alphabet.length)]).join(''),
    fork: (name) => createChance(hashPair(seed, hashText(name))),
  }
}

function stir(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}
