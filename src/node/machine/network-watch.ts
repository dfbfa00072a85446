import type { Clock } from '../../engine/ports/clock.ts'
import type { NetworkChange } from '../../engine/ports/machine.ts'
import type { Stop } from '../../shared/link.ts'

/** The addresses that lead out, in a fixed order; null when nobody can tell. */
export type ReadAddresses = () => readonly string[] | null

const LOOK_EVERY_MS = 3000

/** Looks every few seconds, and after a sleep at once, whether this computer's addresses are still the same. */
export function watchNetwork(clock: Clock, read: ReadAddresses, tell: (change: NetworkChange) => void): Stop {
  const known = { addresses: read() }
  const timer: { stop: Stop } = { stop: clock.after(LOOK_EVERY_MS, look) }
  const stopJumps = clock.onJump(look)

  function look(): void {
    timer.stop()
    timer.stop = clock.after(LOOK_EVERY_MS, look)
    const addresses = read()
    const change = judgeAddresses(known.addresses, addresses)
    known.addresses = addresses ?? known.addresses
    if (change !== null) tell(change)
  }

  return () => {
    timer.stop()
    stopJumps()
  }
}

/** What became of the network between two looks; null when nothing did, or nobody can tell. */
export function judgeAddresses(
  before: readonly string[] | null,
  after: readonly string[] | null,
): NetworkChange | null {
  if (before === null || after === null || before.join() === after.join()) return null
  if (after.length === 0) return 'gone'
  return before.length === 0 ? 'back' : 'other'
}
