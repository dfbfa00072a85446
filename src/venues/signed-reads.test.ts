import { describe, expect, it } from 'vitest'
import { roster } from './roster.ts'
import { signedReads } from './signed-reads.ts'
import { sourceFiles } from './test/source-files.ts'

const LISTEN_KEY = ['POST /fapi/v1/listenKey', 'PUT /fapi/v1/listenKey']
/** Market data, asked for without a key. */
const PUBLIC = [
  /^\/v5\/market\/[\w-]+$/,
  /^\/fapi\/v1\/(?:time|exchangeInfo|fundingInfo|klines|premiumIndex|assetIndex|ticker\/\w+)$/,
]
const all: readonly string[] = Object.values(signedReads).flat()
const venues = sourceFiles('venues').filter(({ path }) => path !== 'venues/signed-reads.ts')

/** Every path of a request that stands in a text of the code. */
const PATH = /['"`](\/(?:v\d+|[a-z]*api)\/[\w/-]*\w)/g

describe('the list of keyed requests', () => {
  it('is what each venue offers, and the whole of it', () => {
    expect(Object.keys(signedReads).sort()).toEqual(roster.map(({ id }) => String(id)).sort())
    for (const { id, signedReads: offered } of roster)
      expect(offered).toBe(new Map(Object.entries(signedReads)).get(id))
  })

  it('reads, but for the key to a stream that can only be read', () => {
    expect(all.filter((line) => !/^GET \/[\w/-]+$/.test(line))).toEqual(LISTEN_KEY)
  })

  it('names nothing that places, changes, cancels, moves or sets', () => {
    const deeds =
      /create|place|cancel|amend|modify|batch|withdraw|transfer|convert|borrow|repay|set-|switch|leverage|marginType/i
    expect(all.filter((line) => deeds.test(line))).toEqual([])
  })
})

describe('the code of the venues', () => {
  const paths = venues.flatMap(({ code }) => [...code.matchAll(PATH)].map(([, path = '']) => path))

  it('has no path of a request but those on the list and those of public market data', () => {
    const listed = new Set(all.map((line) => line.split(' ')[1]))
    expect(paths.filter((path) => !listed.has(path) && !PUBLIC.some((form) => form.test(path)))).toEqual([])
    expect([...listed].filter((path) => path !== undefined && !paths.includes(path))).toEqual([])
  })

  it('says no other method than GET, but for that key', () => {
    const said = venues.flatMap(({ path, code }) =>
      code
        .split('\n')
        .filter((line) => /['"`](?:POST|PUT|DELETE|PATCH)['"`]/.test(line))
        .map((line) => ({ path, isOfListenKey: line.includes('listenKeyRead(') })),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter(({ isOfListenKey }) => !isOfListenKey)).toEqual([])
  })

  it('knows no address and no word of order entry over a socket', () => {
    const entry =
      /\/v5\/trade|ws-f?api|\border\.(?:create|place|cancel|amend|modify)|['"`]order\/(?:create|place|cancel)/
    expect(venues.filter(({ code }) => entry.test(code)).map(({ path }) => path)).toEqual([])
  })
})
