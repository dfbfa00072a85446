/** Remembers what a function made for a number. Above `limit` entries all are forgotten and made anew when asked for. */
export function remember<T>(limit: number, make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}
