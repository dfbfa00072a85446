import { randomBytes, randomInt } from 'node:crypto'
import type { Random } from '../engine/ports/random.ts'

/** The most that `randomInt` can draw from. */
const RANGE = 2 ** 48 - 1

export function createNodeRandom(): Random {
  return {
    next: () => randomInt(RANGE) / RANGE,
    token: (bytes) => randomBytes(bytes).toString('hex'),
  }
}
