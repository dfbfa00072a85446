const WORDS = 64
const BLOCK = 64

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes, as FIPS 180-4 states them. */
const ROUND_CONSTANTS = fractionalRoots(WORDS, 3)
/** The same of the square roots of the first eight. */
const START = fractionalRoots(8, 2)

/** SHA-256 of bytes (FIPS 180-4), for a simulator that has no host to ask. */
export function sha256(message: Uint8Array): Uint8Array {
  const padded = pad(message)
  const state = Uint32Array.from(START)
  const schedule = new Uint32Array(WORDS)
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, schedule, padded.subarray(at, at + BLOCK))
  return bytesOf(state)
}

function pad(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0)
  return padded
}

function expand(schedule: Uint32Array, block: Uint8Array): void {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  for (let index = 0; index < 16; index++) schedule[index] = view.getUint32(index * 4)
  for (let index = 16; index < WORDS; index++) {
    const early = word(schedule, index - 15)
    const late = word(schedule, index - 2)
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[index] = word(schedule, index - 16) + small0 + word(schedule, index - 7) + small1
  }
}

function compress(state: Uint32Array, schedule: Uint32Array, block: Uint8Array): void {
  expand(schedule, block)
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let index = 0; index < WORDS; index++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const one =
      h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + word(ROUND_CONSTANTS, index) + word(schedule, index)
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, index) => (state[index] = word(state, index) + value))
}

/** Eight words of state; the array always has that length. */
type Eight = [number, number, number, number, number, number, number, number]

function word(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by))
}

function bytesOf(state: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(32)
  const view = new DataView(bytes.buffer)
  state.forEach((value, index) => view.setUint32(index * 4, value))
  return bytes
}

function fractionalRoots(count: number, degree: number): Uint32Array {
  const roots: number[] = []
  for (let candidate = 2; roots.length < count; candidate++) {
    if (isPrime(candidate)) roots.push(rootFraction(candidate, degree))
  }
  return Uint32Array.from(roots)
}

/** Exact, by whole numbers: the largest x with x^degree ≤ prime · 2^(32·degree), without its whole part. */
function rootFraction(prime: number, degree: number): number {
  const target = BigInt(prime) << BigInt(32 * degree)
  let root = 0n
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) {
    if ((root + bit) ** BigInt(degree) <= target) root += bit
  }
  return Number(root & 0xffff_ffffn)
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false
  return true
}
