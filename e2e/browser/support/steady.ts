/** Where the thing behind a steady one is found at any moment. */
const behind = new WeakMap<object, () => unknown>()

/** Members of Playwright's objects that give another such object at once, bound to the page they were asked of. */
const BOUND =
  /^(keyboard|mouse|touchscreen|locator|frameLocator|getBy\w+|first|last|nth|filter|and|or|contentFrame|owner)$/

/**
 * A page, or a locator on one, that outlives its page: whatever is asked of it is asked of the newest. A test that was
 * written for one page goes on unchanged when the program, and its window with it, is started anew.
 */
export function steady<Thing extends object>(current: () => Thing): Thing {
  const proxy = new Proxy(current(), {
    get: (_, key) => {
      const thing = current()
      // Playwright's objects are asked by name; what they answer is passed on as it is.
      const value = Reflect.get(thing, key, thing) as unknown
      if (!BOUND.test(String(key)))
        return typeof value === 'function' && key !== 'constructor' ? bind(current, key) : value
      if (typeof value !== 'function') return steady(() => Reflect.get(current(), key) as object)
      return (...args: readonly unknown[]) => steady(() => ask(current(), key, args) as object)
    },
  })
  behind.set(proxy, current)
  return proxy
}

function bind(current: () => object, key: string | symbol): unknown {
  return (...args: readonly unknown[]) => ask(current(), key, args)
}

function ask(thing: object, key: string | symbol, args: readonly unknown[]): unknown {
  const method = Reflect.get(thing, key) as (...all: readonly unknown[]) => unknown
  return Reflect.apply(method, thing, args.map(bare))
}

/** The thing itself, for Playwright compares what it is handed with its own objects. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const found = behind.get(value)
  if (found !== undefined) return found()
  return Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bare(each)]))
    : value
}
