import { fail, ok, type Result } from '../../../shared/result.ts'
import { badParameter, missingParameter, refusals, type Refusal } from './refusal.ts'

/** Decoded parameters of one request; in the order they came. */
export type Parameters = ReadonlyMap<string, string>

/** Splits a request target at its first question mark; the query stays raw. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?')
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}

/** Query first, then the form body, where the query wins. A JSON body yields no parameters, as on the venue. */
export function readParameters(query: string, body: string): Result<Parameters, Refusal> {
  const found = new Map<string, string>()
  for (const [part, wins] of [
    [query, true],
    [body, false],
  ] as const) {
    for (const [name, value] of pairs(part)) {
      const plain = decode(value)
      if (plain === null) return fail(refusals.illegalCharacters)
      if (found.has(name) && wins) return fail(refusals.duplicateParameter)
      if (!found.has(name)) found.set(name, plain)
    }
  }
  return ok(found)
}

/** A whole number of milliseconds or items; null when absent. */
export function wholeNumber(parameters: Parameters, name: string): Result<number | null, Refusal> {
  const text = parameters.get(name)
  if (text === undefined) return ok(null)
  if (text === '' || !/^\d{1,16}$/.test(text)) return fail(missingParameter(name))
  return ok(Number(text))
}

/** Several whole numbers at once; the first that is none is the refusal. */
export function wholeNumbers<Name extends string>(
  parameters: Parameters,
  ...names: readonly Name[]
): Result<Readonly<Record<Name, number | null>>, Refusal> {
  const found: [Name, number | null][] = []
  for (const name of names) {
    const value = wholeNumber(parameters, name)
    if (!value.ok) return value
    found.push([name, value.value])
  }
  // `fromEntries` forgets the names it was given; the loop above has put in every one of them.
  return ok(Object.fromEntries(found) as Record<Name, number | null>)
}

/** A whole number between 1 and `most`, `otherwise` when absent. Larger ones are refused, not clipped. */
export function limitOf(parameters: Parameters, most: number, otherwise: number): Result<number, Refusal> {
  const stated = wholeNumber(parameters, 'limit')
  if (!stated.ok) return stated
  const limit = stated.value ?? otherwise
  return limit < 1 || limit > most ? fail(badParameter('limit')) : ok(limit)
}

function pairs(part: string): readonly (readonly [string, string])[] {
  if (part === '' || part.startsWith('{') || part.startsWith('[')) return []
  return part.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    return equals < 0 ? ([pair, ''] as const) : ([pair.slice(0, equals), pair.slice(equals + 1)] as const)
  })
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}
