type Methods<Target> = {
  [Name in keyof Target as Target[Name] extends (...args: never) => unknown ? Name : never]: Target[Name]
}

/** Puts a method around one that is there; it is called in the other's place, with the same `this`. */
export function patch<Target extends object, Name extends keyof Methods<Target>>(
  target: Target,
  name: Name,
  around: (original: Target[Name]) => Target[Name],
): void {
  Object.defineProperty(target, name, { value: around(target[name]), configurable: true, writable: true })
}
