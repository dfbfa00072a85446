/** What went wrong and nobody asked for: console errors, broken policies, uncaught throws, what Electron forbids. */
export interface Complaints {
  readonly all: readonly string[]
  take(text: string): void
  /** Takes back what a test provokes on purpose; throws when there was nothing of it. */
  forgive(pattern: RegExp): void
}

export function createComplaints(): Complaints {
  const all: string[] = []
  return {
    all,
    take: (text) => void all.push(text),
    forgive: (pattern) => {
      const kept = all.filter((complaint) => !pattern.test(complaint))
      if (kept.length === all.length) throw new Error(`Nothing to forgive: ${String(pattern)}`)
      all.splice(0, all.length, ...kept)
    },
  }
}
