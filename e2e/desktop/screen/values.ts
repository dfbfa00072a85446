/** A value as JSON can carry it: what JSON has no word for is a list that begins with a tag. */
export type Written = string | number | boolean | null | readonly [tag: string, ...rest: unknown[]]

export interface Values {
  /** Throws as Electron does where a value cannot be cloned: functions, symbols. */
  write(value: unknown): Written
  read(written: Written): unknown
}

/**
 * Structured clone over text, for values between main and a preload. Its source also runs inside the page, so it uses
 * nothing from outside itself. Prototypes are dropped, as structured clone drops them.
 */
export function createValues(): Values {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }

  function write(value: unknown): Written {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return ['undefined']
    if (typeof value === 'number') return asNumber(value)
    if (typeof value === 'bigint') return ['bigint', String(value)]
    return typeof value === 'object' ? writeObject(value) : refuse()
  }

  /** JSON has no word for the infinite, for what is no number, and for the sign of zero. */
  function asNumber(value: number): Written {
    if (Object.is(value, -0)) return ['number', '-0']
    return Number.isFinite(value) ? value : ['number', String(value)]
  }

  function writeObject(value: object): Written {
    if (Array.isArray(value)) return ['list', value.map(write)]
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof Map) return ['map', [...value].map(([key, each]) => [write(key), write(each)])]
    if (value instanceof Set) return ['set', [...value].map(write)]
    if (value instanceof Error) return ['error', value.message]
    if (value instanceof ArrayBuffer) return ['bytes', bytesText(new Uint8Array(value))]
    if (ArrayBuffer.isView(value))
      return ['bytes', bytesText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse()
    return ['object', Object.entries(value).map(([key, each]) => [key, write(each)])]
  }

  function bytesText(bytes: Uint8Array): string {
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }

  // What `write` wrote has the shape its tag says.
  const readers: Readonly<Record<string, (rest: never) => unknown>> = {
    undefined: () => undefined,
    number: (text: string) => Number(text),
    bigint: (text: string) => BigInt(text),
    list: (items: readonly Written[]) => items.map(read),
    date: (at: number) => new Date(at),
    map: (entries: readonly [Written, Written][]) => new Map(entries.map(([key, each]) => [read(key), read(each)])),
    set: (items: readonly Written[]) => new Set(items.map(read)),
    error: (message: string) => new Error(message),
    bytes: (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
    object: (entries: readonly [string, Written][]) =>
      Object.fromEntries(entries.map(([key, each]) => [key, read(each)])),
  }

  function read(written: Written): unknown {
    if (written === null || typeof written !== 'object') return written
    const [tag, rest] = written
    return readers[tag]?.(rest as never)
  }

  return { write, read }
}
