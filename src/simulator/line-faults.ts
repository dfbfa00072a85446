import type { LineFault } from './faults.ts'
import type { LineChoice } from './lines.ts'

export type FrameKind = 'data' | 'reply' | 'heartbeat'

/** What a command wants done to frames: on which lines, and how many of them. */
export interface LineRule {
  readonly choice: LineChoice
  readonly fault: LineFault
  /** Frames left; infinite until cleared. */
  readonly frames: number
  /** The lines that were open when the command came; null means later ones too. */
  readonly only: ReadonlySet<number> | null
}

/** Whether a fault concerns this kind of frame: a silent line may still answer, the other faults touch data alone. */
export function touches(fault: LineFault, kind: FrameKind): boolean {
  if (fault.kind !== 'silence') return kind === 'data'
  return kind === 'data' || fault.heartbeats === 'unanswered'
}

/** Cuts a frame in the middle, so that it is no longer JSON, and leaves something behind that never was. */
export function garble(text: string): string {
  return `${text.slice(0, Math.ceil(text.length / 2))}\uFFFD{]`
}
