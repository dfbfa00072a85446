/** One way of handling a round of frames. */
export interface Runner<Round> {
  readonly name: string
  /** Handles them all; only this is timed. */
  run(round: Round): void
}

/** Median nanoseconds of processor time a frame of each runner, and the median of each runner's ratio to the first in the same round. */
export interface Outcome {
  readonly name: string
  readonly nanoseconds: number
  readonly ratio: number
}

/**
 * Lets every runner handle the same round, one after the other in changing order, so that what else this machine does
 * falls on all of them. The first rounds warm up and do not count.
 */
export function race<Round>(
  runners: readonly Runner<Round>[],
  rounds: { readonly warm: number; readonly counted: number; readonly frames: number },
  next: () => Round,
): readonly Outcome[] {
  const times = runners.map((): number[] => [])
  for (let count = 0; count < rounds.warm + rounds.counted; count += 1) {
    const round = next()
    for (let turn = 0; turn < runners.length; turn += 1) {
      const at = (turn + count) % runners.length
      const took = spent(() => runners[at]!.run(round))
      if (count >= rounds.warm) times[at]!.push(took)
    }
  }
  return runners.map(({ name }, at) => ({
    name,
    nanoseconds: median(times[at]!) / rounds.frames,
    ratio: median(times[at]!.map((time, round) => time / times[0]![round]!)),
  }))
}

/** Processor time in nanoseconds, all threads: what other programs take meanwhile is not in it, our garbage is. */
function spent(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) * 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
