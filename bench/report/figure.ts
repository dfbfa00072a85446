/** One measured figure, as a part of the bench tells it to the report. */
export interface Figure {
  readonly title: string
  /** Within one run, against its own baseline: what the aim is about. */
  readonly ratio: string
  /** Absolute numbers of this machine, for information. */
  readonly measured: string
  readonly aim: string | null
  readonly met: boolean | null
}

/** A part prints figures and notes as lines of JSON. */
export type Line = ({ readonly kind: 'figure' } & Figure) | { readonly kind: 'note'; readonly text: string }

export function tell(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

export function tellFigure(title: string, ratio: string, measured: string, aim: Aim | null): void {
  tell({ kind: 'figure', title, ratio, measured, aim: aim?.text ?? null, met: aim?.met ?? null })
}

export interface Aim {
  readonly text: string
  readonly met: boolean
}

export function atMost(value: number, limit: number, unit: string): Aim {
  return { text: `≤ ${limit}${unit}`, met: value <= limit }
}

export function atLeast(value: number, limit: number, unit: string): Aim {
  return { text: `≥ ${limit}${unit}`, met: value >= limit }
}
