/** So often a hidden page still takes what is new; browsers let no timer of a hidden page run sooner. */
const HIDDEN_MS = 1_000

/**
 * Runs something when the page has been painted.
 * @param hidden a page that nobody sees is not painted: it rests until it is seen again, or goes on once a second
 */
export function createAfterPaint(hidden: 'rests' | 'goes-on'): (run: () => void) => void {
  if (hidden === 'rests') return (run) => void requestAnimationFrame(run)
  return (run) => {
    const painted = requestAnimationFrame(() => {
      clearTimeout(late)
      run()
    })
    const late = setTimeout(() => {
      cancelAnimationFrame(painted)
      run()
    }, HIDDEN_MS)
  }
}
