/** The steps people know from their browser; 1 is the page's own size. */
const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

export type Zoom = 'in' | 'out' | 'reset'

export function nextZoom(factor: number, zoom: Zoom): number {
  switch (zoom) {
    case 'in':
      return STEPS.find((step) => step > factor + 0.01) ?? STEPS.at(-1) ?? factor
    case 'out':
      return STEPS.findLast((step) => step < factor - 0.01) ?? STEPS[0]
    case 'reset':
      return 1
  }
}
