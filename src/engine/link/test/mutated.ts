import fc, { type Arbitrary } from 'fast-check'

/** What has broken programs before. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  '0',
  'NaN',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'x'.repeat(20_000),
  -1,
  0.5,
  1e308,
  9_007_199_254_740_993,
  [],
  {},
  [[[[[[[[]]]]]]]],
  Array.from({ length: 3_000 }, () => 1),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  { toString: 'no function', valueOf: 1, then: 'no promise', length: -1 },
]

const odd = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue())
/** Where in a value something happens: each number picks one of what there is on the way down. */
const path = fc.array(fc.nat(), { maxLength: 6 })

type Change = (value: unknown) => unknown

const changes: Arbitrary<Change> = fc.oneof(
  odd.map((other) => () => other),
  odd.map(
    (other): Change =>
      (value) =>
        withField(value, 'unheardOf', other),
  ),
  odd.map(
    (other): Change =>
      (value) =>
        withField(value, '__proto__', other),
  ),
  fc.nat().map(
    (at): Change =>
      (value) =>
        withoutField(value, at),
  ),
  fc.constant<Change>((value) => [value]),
  fc.constant<Change>((value) => ({ value })),
  fc.constant<Change>((value) => (Array.isArray(value) ? [...value, ...value] : JSON.stringify(value))),
)

/** The value with something in it changed that may make it wrong; it is JSON still. */
export function mutated(values: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.tuple(values, path, changes).map(([value, way, change]) => changeAt(value, way, change))
}

function changeAt(value: unknown, [step, ...rest]: readonly number[], change: Change): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return change(value)
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return change(value)
  const inner = changeAt((value as Record<string, unknown>)[key], rest, change)
  return Array.isArray(value) ? value.with(Number(key), inner) : withField(value, key, inner)
}

/** An own field, whatever its name, as JSON.parse makes it. */
function withField(value: unknown, name: string, field: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return field
  const fields = [...Object.entries(value).filter(([key]) => key !== name), [name, field] as const]
  return JSON.parse(`{${fields.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`).join(',')}}`)
}

function withoutField(value: unknown, at: number): unknown {
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  return Object.fromEntries(entries.filter((_, index) => index !== at % Math.max(1, entries.length)))
}
