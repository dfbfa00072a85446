import type { Sent } from './generator.ts'
import type { Seen } from './watch-page.ts'

/**
 * Milliseconds from the socket port to the drawn frame, of each marker price. One that a newer price overtook before it
 * was drawn waited until the newer one was. `pageAhead` is the page's clock less ours.
 */
export function delaysOf(sent: readonly Sent[], marks: Seen['marks'], pageAhead: number): readonly number[] {
  const drawn = marks.map(([at, mark]) => ({ at: at - pageAhead, mark: Number(mark) }))
  return sent.flatMap(({ at, mark }) => {
    const shown = drawn.find((one) => one.mark >= Number(mark))
    return shown === undefined ? [] : [shown.at - at]
  })
}

/** Animation frames a second over all the time watched. */
export function framesPerSecond(frames: readonly number[]): number {
  return (1000 * frames.length) / frames.reduce((sum, each) => sum + each, 0)
}
