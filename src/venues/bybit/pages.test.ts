import * as check from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { readReports, type Ask } from './pages.ts'
import { signedRead } from './reads.ts'
import { request } from './sign.ts'
import { context, fixture, hmacSigner, listBody, NOW, okBody, perform, queryOf, replied } from './test/kit.ts'

const ask: Ask = { read: signedRead('/v5/position/list', [['limit', '2']]), shape: 'list', needed: 'always' }
const optional: Ask = { ...ask, read: signedRead('/v5/position/closed-pnl'), needed: 'if-possible' }

/** A server of pages: the cursor of each is its number, percent-encoded as Bybit's are. */
function serverOf(pages: readonly (readonly unknown[])[]) {
  return (read: Read) => {
    const cursor = queryOf(read)['cursor']
    const index = cursor === undefined ? 0 : Number(/^p%3A(\d+)$/.exec(cursor)?.[1])
    const next = index + 1 < pages.length ? `p%3A${index + 1}` : ''
    return replied(listBody(pages[index] ?? [], next, NOW + index))
  }
}

describe('reading pages', () => {
  it.each([
    [1, [['a', 'b']]],
    [2, [['a', 'b'], ['c']]],
    [
      3,
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
  ])('reads %i to the end', (count, pages) => {
    const { result, reads } = perform(readReports([ask]), serverOf(pages))
    expect(result).toEqual({ ok: true, value: [{ rows: pages.flat(), at: NOW }] })
    expect(reads).toHaveLength(count)
  })

  it('ends with an empty page although its cursor is not empty', () => {
    const { result, reads } = perform(readReports([ask]), (read) =>
      replied(queryOf(read)['cursor'] === undefined ? listBody(['a', 'b'], 'x%2Cy') : listBody([], 'x%2Cy')),
    )
    expect(result).toMatchObject({ ok: true, value: [{ rows: ['a', 'b'] }] })
    expect(reads).toHaveLength(2)
  })

  it('sends a cursor so that the server decodes what it gave, and signs the same bytes', () => {
    const { reads } = perform(readReports([ask]), serverOf([['a'], ['b']]))
    const sent = request(reads[1]!, context.hosts, NOW, hmacSigner('KEY', 'SECRET'))
    expect(new URL(sent.url).searchParams.get('cursor')).toBe('p%3A1')
    expect(sent.headers['X-BAPI-SIGN']).toBe(
      hmacSigner('KEY', 'SECRET').sign(`${NOW}KEY5000${sent.url.slice(sent.url.indexOf('?') + 1)}`),
    )
  })

  it.each([0, 1, 2])('progress after failure: page %i failing fails the whole report', (failing) => {
    const serve = serverOf([['a'], ['b'], ['c']])
    let count = 0
    const { result } = perform(readReports([ask]), (read) =>
      count++ === failing ? replied(fixture('errors')['10006']) : serve(read),
    )
    expect(result).toMatchObject({ ok: false, failure: { sentence: { id: 'venue.rate-limit' } } })
  })

  it('a server that repeats a cursor is not followed for ever', () => {
    const { result, reads } = perform(readReports([ask]), () => replied(listBody(['again'], 'same')))
    expect(result).toMatchObject({ ok: false, failure: { sentence: { id: 'venue.unreadable' } } })
    expect(reads).toHaveLength(2)
  })

  it.each([
    null,
    {},
    { list: null },
    { list: {} },
    { list: [], nextPageCursor: 7 },
    { list: [1], nextPageCursor: '\ud800' },
  ])('a page of shape %j is a failure, never an empty list', (result) => {
    const served = { retCode: 0, retMsg: 'OK', result, time: NOW }
    expect(perform(readReports([ask]), () => replied(served)).result).toMatchObject({ ok: false })
  })

  it('a report that can be done without is left out only where the exchange refuses it', () => {
    const refused = perform(readReports([ask, optional]), (read) =>
      replied(read.path === ask.read.path ? listBody(['a']) : fixture('errors')['10005']),
    )
    expect(refused.result).toMatchObject({ ok: true, value: [{ rows: ['a'] }, { rows: [], at: null }] })
    const broken = perform(readReports([ask, optional]), (read) =>
      read.path === ask.read.path ? replied(listBody(['a'])) : replied('', 502),
    )
    expect(broken.result).toMatchObject({ ok: false, failure: { sentence: { id: 'venue.maintenance' } } })
  })

  it('counts an object as one row', () => {
    const { result } = perform(readReports([{ ...ask, shape: 'object' }]), () => replied(okBody({ marginMode: 'X' })))
    expect(result).toMatchObject({ ok: true, value: [{ rows: [{ marginMode: 'X' }] }] })
  })

  it('reads any number of lists of any number of pages side by side, each whole and in order', () => {
    const lists = check.array(
      check.array(check.array(check.integer(), { minLength: 1 }), { minLength: 1, maxLength: 6 }),
      {
        maxLength: 5,
      },
    )
    check.assert(
      check.property(lists, (pagesOf) => {
        const asks = pagesOf.map((_, index): Ask => ({ ...ask, read: signedRead(`/list/${index}`) }))
        const { result, reads } = perform(readReports(asks), (read) =>
          serverOf(pagesOf[Number(read.path.slice('/list/'.length))] ?? [])(read),
        )
        expect(result.ok && result.value.map(({ rows }) => rows)).toEqual(pagesOf.map((pages) => pages.flat()))
        expect(reads).toHaveLength(pagesOf.flat().length)
      }),
    )
  })
})
