/** One way of handling a round of frames. */
export interface Runner<Round> {
  readonly name: string
  /** Handles them all; only this is timed. */
  run(round: Round): void
}

/** Nanoseconds of processor time a frame, in the calmer rounds, and their ratio to those of the first runner. */
export interface Outcome {
  readonly name: string
  readonly nanoseconds: number
  readonly ratio: number
}

/** Other programs take caches and clock rate away in some rounds; a quarter of them is taken to be undisturbed. */
const CALM = 0.25

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
  const calm = times.map((all) => quantile(all, CALM) / rounds.frames)
  return runners.map(({ name }, at) => ({ name, nanoseconds: calm[at]!, ratio: calm[at]! / calm[0]! }))
}

/** Processor time in nanoseconds, all threads: what other programs take meanwhile is not in it, our garbage is. */
function spent(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) * 1000
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
