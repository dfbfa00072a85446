import { expect, it } from 'vitest'
import { findVenue, roster } from './roster.ts'

it('knows every venue by its id, each once', () => {
  expect(new Set(roster.map(({ id }) => id)).size).toBe(roster.length)
  for (const venue of roster) expect(findVenue(venue.id)).toBe(venue)
})

it('does not know others', () => {
  for (const id of ['', 'elsewhere', '__proto__']) expect(findVenue(id)).toBeNull()
})

it('names its host variables once over all venues', () => {
  const names = roster.flatMap(({ hostVariables }) => Object.values(hostVariables))
  expect(new Set(names).size).toBe(names.length)
})
