import { createNodeClock, type NodeClock } from '../../src/node/clock.ts'

/** A measurement keeps the program so busy that its heartbeat would take it for sleep; here nothing jumps. */
export function createPlainClock(): NodeClock {
  return { ...createNodeClock(), onJump: () => () => undefined }
}
