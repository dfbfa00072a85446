import { fail, ok, type Result } from '../../shared/result.ts'
import { unreadable } from './failure.ts'

/** Either a whole string, which is left alone, or an integer with more digits than a float can hold. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

/**
 * Reads JSON without losing a digit of an id: integers of 16 digits and more become strings, because transaction ids
 * do not fit into a float and two of them must not become one.
 */
export function readJson(text: string, what: string): Result<unknown> {
  try {
    return ok(JSON.parse(/\d{16}/.test(text) ? quoteLongIntegers(text) : text) as unknown)
  } catch {
    return fail(unreadable(what))
  }
}

/** An object of unknown fields, or null for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  // An object that is no array is a record of unknown values; nothing is claimed about its fields.
  return value as Readonly<Record<string, unknown>>
}

function quoteLongIntegers(text: string): string {
  return text.replace(STRING_OR_LONG_INTEGER, (match) => (match.startsWith('"') ? match : `"${match}"`))
}
