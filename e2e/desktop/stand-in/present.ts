import type { EventEmitter } from 'node:events'

/**
 * Puts methods on an emitter and calls it by Electron's name. Each method is held against Electron's declaration; those
 * we do not have are missing when called.
 */
export function present<Declared extends object>(
  emitter: EventEmitter,
  ...parts: readonly Partial<Declared>[]
): Declared {
  for (const part of parts) Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(part))
  // The emitter's own methods are Node's, untyped by event, and only what the app uses is among ours.
  return emitter as unknown as Declared
}

/** As `present`, but everything except `isDestroyed` calls `needAlive` first. */
export function presentWhileAlive<Declared extends object>(
  emitter: EventEmitter,
  needAlive: () => void,
  ...parts: readonly Partial<Declared>[]
): Declared {
  for (const part of parts) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      Object.defineProperty(emitter, name, name === 'isDestroyed' ? descriptor : guard(descriptor, needAlive))
    }
  }
  return emitter as unknown as Declared // as above
}

function guard({ get, set, value }: PropertyDescriptor, needAlive: () => void): PropertyDescriptor {
  const around = <Values extends unknown[], Answer>(run: (...values: Values) => Answer) =>
    function (this: unknown, ...values: Values): Answer {
      needAlive()
      return run.apply(this, values)
    }
  const accessor = { configurable: true, enumerable: true }
  if (typeof value === 'function') return { ...accessor, value: around(value as () => unknown) } // a method of ours
  if (get !== undefined) return { ...accessor, get: around(get), ...(set !== undefined && { set: around(set) }) }
  return { ...accessor, get: around(() => value as unknown) }
}
