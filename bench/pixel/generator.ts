import type { Frame } from '../frames/frame-kind.ts'

/** A marker price and when it entered the socket port, in epoch milliseconds. */
export interface Sent {
  readonly at: number
  readonly mark: string
}

export interface GeneratorOptions {
  /** Frames a second, the marker's own among them. */
  readonly rate: number
  readonly seconds: number
  readonly make: () => Frame
  /** The marker's frame with this mark price. */
  readonly marker: (mark: string) => Frame
  readonly say: (frame: Frame) => void
}

const BURST_MS = 5
const MARKERS_A_SECOND = 20

/** Says frames in small bursts, as a socket delivers them, and among them a marker whose every price is another. */
export function generate(options: GeneratorOptions, first: number): Promise<readonly Sent[]> {
  const { rate, seconds, make, marker, say } = options
  const started = performance.now()
  const state = { said: 0, marks: 0 }
  const sent: Sent[] = []

  function sayMarker(): void {
    const mark = ((first + state.marks) / 100).toFixed(2)
    const frame = marker(mark)
    sent.push({ at: performance.timeOrigin + performance.now(), mark })
    say(frame)
    state.marks += 1
    state.said += 1
  }

  function burst(): boolean {
    const elapsed = (performance.now() - started) / 1000
    if (elapsed * MARKERS_A_SECOND >= state.marks) sayMarker()
    for (; state.said < elapsed * rate; state.said += 1) say(make())
    return elapsed < seconds
  }

  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (burst()) return
      clearInterval(timer)
      resolve(sent)
    }, BURST_MS)
  })
}
