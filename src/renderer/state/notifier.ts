/** Lets several stores change together: listeners are told after all of them did, so no reader sees half a change. */
export interface Notifier {
  batch(run: () => void): void
  /** Calls the listener now, or at the end of the batch that runs. */
  tell(listener: () => void): void
}

export function createNotifier(): Notifier {
  const waiting = new Set<() => void>()
  const depth = { value: 0 }

  function flush(): void {
    const listeners = [...waiting]
    waiting.clear()
    for (const listener of listeners) listener()
  }

  return {
    batch: (run) => {
      depth.value += 1
      try {
        run()
      } finally {
        depth.value -= 1
        if (depth.value === 0) flush()
      }
    },
    tell: (listener) => {
      if (depth.value === 0) listener()
      else waiting.add(listener)
    },
  }
}
