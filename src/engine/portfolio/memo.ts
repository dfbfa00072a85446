/** Remembers what was last made of an object, so that an unchanged one is neither made nor compared again. */
export interface Memo<Source extends object, Made> {
  /** Answers what was made before when the same `inputs` went into it. */
  of(source: Source, inputs: readonly unknown[], make: () => Made): Made
}

export function createMemo<Source extends object, Made>(): Memo<Source, Made> {
  const known = new WeakMap<Source, { readonly inputs: readonly unknown[]; readonly made: Made }>()
  return {
    of: (source, inputs, make) => {
      const before = known.get(source)
      if (before !== undefined && same(before.inputs, inputs)) return before.made
      const made = make()
      known.set(source, { inputs, made })
      return made
    },
  }
}

function same(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((input, index) => input === after[index])
}
