import { expect, it } from 'vitest'
import { roster } from './roster.ts'
import { sourceFiles } from './test/source-files.ts'

/** Where a venue may be named, and why. */
const EXCEPTIONS = [
  // The roster and the one list of keyed requests.
  'venues/roster.ts',
  'venues/signed-reads.ts',
  // `--help` says what can be typed before anything else runs.
  'headless/command/accounts-options.ts',
]
const HOMES = /^(?:venues\/[^/]+|simulator)\//

function namesOf(venues: typeof roster): RegExp {
  return new RegExp(venues.flatMap(({ id, name }) => [id, name]).join('|'), 'i')
}

function naming(names: RegExp, folder?: string): readonly string[] {
  return sourceFiles(folder)
    .filter(({ path, code }) => names.test(path) || names.test(code))
    .map(({ path }) => path)
}

it('no venue is named outside the venues, the simulator and the roster', () => {
  expect(
    naming(namesOf(roster))
      .filter((path) => !HOMES.test(path))
      .sort(),
  ).toEqual([...EXCEPTIONS].sort())
})

it.each(roster.map((venue) => [venue.id, venue] as const))('%s names no other venue', (id, venue) => {
  const others = namesOf(roster.filter((each) => each !== venue))
  expect(naming(others, `venues/${id}`)).toEqual([])
  expect(naming(namesOf([venue]), `venues/${id}`)).not.toEqual([])
})

it('the search finds a name wherever it stands in the code', () => {
  expect(naming(/createEngine/)).toContain('engine/create-engine.ts')
  expect(naming(/top-bar/)).toContain('renderer/features/frame/top-bar.tsx')
})
