/** One of two JavaScript worlds of a page that share a document and nothing else. */
export interface Bridge {
  /** Calls the function the other world registered under this number. */
  call(number: number, args: readonly unknown[]): unknown
  /** Takes calls under a number the other world knows. */
  take(number: number, run: (...args: readonly unknown[]) => unknown): void
}

/**
 * Electron's contextBridge over one detached element that both worlds hold and no script of the page can reach: an
 * event dispatched on it is heard in the other world at once, and Chromium gives each world its own structured clone of
 * `detail`. As Electron documents it, functions become proxies, promises and errors are made anew, own string keys are
 * copied, prototypes and symbols are dropped, and what cannot be cloned is refused. A proxy that comes home is the
 * function itself. Its source runs inside the page, so it uses nothing from outside itself; what it uses of the page
 * is taken before a script of the page could replace it.
 */
export function createBridge(port: EventTarget, own: string, other: string): Bridge {
  type Run = (...args: readonly unknown[]) => unknown
  type Copied = readonly [kind: string, value?: unknown]
  interface Outcome {
    readonly threw: boolean
    readonly copied: Copied
  }
  const DEEPEST = 1000
  const FIRST_FREE = 100
  const { apply, ownKeys } = Reflect
  const Message = CustomEvent
  const dispatch = port.dispatchEvent.bind(port)
  // Chromium has it, so it is there to be taken.
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')!.get!
  const functions = new Map<number, Run>()
  const numbers = new WeakMap<Run, number>()
  const foreign = new WeakMap<Run, number>()
  const outcomes = new Map<number, Outcome>()
  const counted = { functions: FIRST_FREE, calls: 0 }

  function register(run: Run): number {
    const known = numbers.get(run)
    if (known !== undefined) return known
    counted.functions += 1
    functions.set(counted.functions, run)
    numbers.set(run, counted.functions)
    return counted.functions
  }

  function copy(value: unknown, depth: number): Copied {
    if (depth > DEEPEST)
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'function') return copyFunction(value as Run)
    if (typeof value === 'symbol') return ['plain', undefined]
    if (typeof value !== 'object' || value === null) return ['plain', value]
    if (Array.isArray(value)) return ['list', value.map((each) => copy(each, depth + 1))]
    if (value instanceof Promise)
      return ['promise', register((...args) => void value.then(args[0] as Run, args[1] as Run))]
    if (value instanceof Error) return ['error', value.message]
    return isCloneable(value) ? ['plain', value] : ['object', copyEntries(value, depth)]
  }

  function copyFunction(run: Run): Copied {
    const home = foreign.get(run)
    return home === undefined ? ['function', register(run)] : ['home', home]
  }

  function copyEntries(value: object, depth: number): unknown {
    return ownKeys(value)
      .filter((key) => typeof key === 'string')
      .map((key) => [key, (value as Record<string, unknown>)[key]] as const)
      .filter(([, each]) => typeof each !== 'symbol')
      .map(([key, each]) => [key, copy(each, depth + 1)])
  }

  function isCloneable(value: object): boolean {
    if (ArrayBuffer.isView(value)) return true
    const kinds = [Date, RegExp, Map, Set, ArrayBuffer, Blob]
    return kinds.some((kind) => value instanceof kind)
  }

  function proxyOf(number: number): Run {
    const proxy: Run = (...args) => call(number, args)
    foreign.set(proxy, number)
    return proxy
  }

  function revive([kind, value]: Copied): unknown {
    switch (kind) {
      case 'function':
        return proxyOf(value as number)
      case 'home':
        return functions.get(value as number)
      case 'list':
        return (value as readonly Copied[]).map(revive)
      case 'object':
        return Object.fromEntries((value as readonly [string, Copied][]).map(([key, each]) => [key, revive(each)]))
      case 'promise':
        return new Promise((resolve, reject) => call(value as number, [resolve, reject]))
      case 'error':
        return new Error(value as string)
      default:
        return value
    }
  }

  function call(number: number, args: readonly unknown[]): unknown {
    counted.calls += 1
    const turn = counted.calls
    dispatch(new Message(other, { detail: { number, turn, args: args.map((each) => copy(each, 0)) } }))
    const outcome = outcomes.get(turn)
    outcomes.delete(turn)
    if (outcome === undefined) throw new Error('The other world is gone.')
    const value = revive(outcome.copied)
    if (outcome.threw) throw value
    return value
  }

  function answer(number: number, args: readonly Copied[]): Outcome {
    try {
      const run = functions.get(number)
      if (run === undefined)
        throw new Error('Attempted to call a function in a renderer window that has been closed or released.')
      return { threw: false, copied: copy(run(...args.map(revive)), 0) }
    } catch (error) {
      return { threw: true, copied: ['error', error instanceof Error ? error.message : String(error)] }
    }
  }

  port.addEventListener(own, (event) => {
    // Only the other world's half of this bridge can dispatch here.
    const said = apply(detailOf, event, [])
    if ('outcome' in said) outcomes.set(said.turn, said.outcome)
    else dispatch(new Message(other, { detail: { turn: said.turn, outcome: answer(said.number, said.args) } }))
  })

  return { call, take: (number, run) => void functions.set(number, run) }
}
