import { readFileSync } from 'node:fs'

type Json = Readonly<Record<string, unknown>>

/** A recorded-shape payload of a venue, by the file and name under which its tests keep it. */
export function fixture(venue: string, file: string): Readonly<Record<string, Json>> {
  const url = new URL(`../../src/venues/${venue}/fixtures/${file}.json`, import.meta.url)
  // Our own files: every name but `source` is an object.
  return JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Json>>
}

/** The object under a name of a payload. */
export function part(payload: Json | undefined, name: string): Json {
  return (payload?.[name] ?? {}) as Json
}

/** The first row of a list in a payload. */
export function firstRow(payload: Json | undefined, name: string): Json {
  return ((payload?.[name] ?? []) as readonly Json[])[0] ?? {}
}
