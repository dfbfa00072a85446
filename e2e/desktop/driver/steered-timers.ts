type Run = (...args: readonly unknown[]) => void

/** What Node keeps of a timer beside what it tells of it: the wait that `refresh` begins anew. */
interface NodeTimer extends NodeJS.Timeout {
  _idleTimeout: number
  readonly _destroyed: boolean
}

interface Waiting {
  readonly timer: NodeTimer
  readonly ms: number
  due: number
}

/**
 * Puts `setTimeout` and `setInterval` on a clock that can be hurried. They stay Node's own timers; the answer moves
 * every one that waits to where its due time now lies, the earliest first.
 */
export function steerTimers(now: () => number): () => void {
  const real = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval }
  const waiting = new Map<NodeTimer, Waiting>()
  const begin = new WeakMap<NodeTimer, () => void>()

  function keep(timer: NodeTimer, ms: number): NodeTimer {
    const refresh = timer.refresh.bind(timer)
    begin.set(timer, refresh)
    waiting.set(timer, { timer, ms, due: now() + ms })
    timer.refresh = () => {
      waiting.set(timer, { timer, ms, due: now() + ms })
      timer._idleTimeout = ms
      refresh()
      return timer
    }
    return timer
  }

  function later(run: Run, ms: number | undefined, args: readonly unknown[]): NodeTimer {
    const wait = Math.max(1, ms ?? 1)
    const fire: Run = (...values) => {
      waiting.delete(timer)
      run(...values)
    }
    const timer = keep(real.setTimeout(fire, wait, ...args) as NodeTimer, wait)
    return timer
  }

  function again(run: Run, ms: number | undefined, args: readonly unknown[]): NodeTimer {
    const wait = Math.max(1, ms ?? 1)
    const fire: Run = (...values) => {
      waiting.set(timer, { timer, ms: wait, due: now() + wait })
      run(...values)
    }
    const timer = keep(real.setInterval(fire, wait, ...args) as NodeTimer, wait)
    return timer
  }

  const replaced = {
    setTimeout: (run: Run, ms?: number, ...args: readonly unknown[]) => later(run, ms, args),
    setInterval: (run: Run, ms?: number, ...args: readonly unknown[]) => again(run, ms, args),
  }
  // `promisify` finds its own form of setTimeout where Node put it.
  Object.defineProperties(replaced.setTimeout, Object.getOwnPropertyDescriptors(real.setTimeout))
  Object.assign(globalThis, replaced)

  return () => {
    const alive = [...waiting.values()].filter(({ timer }) => !timer._destroyed)
    waiting.clear()
    for (const each of alive.sort((a, b) => a.due - b.due)) {
      waiting.set(each.timer, each)
      each.timer._idleTimeout = Math.max(1, Math.round(each.due - now()))
      begin.get(each.timer)?.()
    }
  }
}
