import { beforeEach, expect, it } from 'vitest'
import { createBridge } from './bridge.ts'

/** Both ends on one element; that each world gets a clone of its own is the browser's part, proven in preload.spec.ts. */
const ends = { here: {} as ReturnType<typeof createBridge>, there: {} as ReturnType<typeof createBridge> }
beforeEach(() => {
  const port = new EventTarget()
  ends.here = createBridge(port, 'here', 'there')
  ends.there = createBridge(port, 'there', 'here')
})

function answered(value: unknown): unknown {
  ends.there.take(1, () => value)
  return ends.here.call(1, [])
}

it('copies what is plain and leaves out prototypes and symbols', () => {
  const made = Object.assign(Object.create({ inherited: 1 }) as object, { own: [1, { deep: 'x' }], [Symbol('s')]: 1 })
  expect(answered({ ...made, symbol: Symbol('v') })).toEqual({ own: [1, { deep: 'x' }] })
  expect(answered(made)).toEqual({ own: [1, { deep: 'x' }] })
  expect(answered(undefined)).toBeUndefined()
})

it('makes a proxy of a function, and the function again of its proxy', () => {
  const run = (a: number, b: number): number => a + b
  const proxy = answered(run) as typeof run
  expect(proxy).not.toBe(run)
  expect(proxy(2, 3)).toBe(5)
  ends.there.take(2, (given) => given === run)
  expect(ends.here.call(2, [proxy])).toBe(true)
})

it('calls back while it is being called', () => {
  ends.there.take(1, (twice) => (twice as (value: number) => number)(4) + 1)
  expect(ends.here.call(1, [(value: number) => value * 2])).toBe(9)
})

it('throws what was thrown, as an error of its own with the message alone', () => {
  ends.there.take(1, () => {
    throw new TypeError('refused')
  })
  expect(() => ends.here.call(1, [])).toThrow(new Error('refused'))
})

it('settles promises on the other side', async () => {
  await expect(answered(Promise.resolve({ x: 1 }))).resolves.toEqual({ x: 1 })
  await expect(answered(Promise.reject(new Error('late')))).rejects.toThrow('late')
})

it('refuses what is nested deeper than Electron allows', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  expect(() => ends.here.call(1, [cyclic])).toThrow(/recursion depth exceeded/)
})
