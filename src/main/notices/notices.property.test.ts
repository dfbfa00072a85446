import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FillRow } from '../../shared/account-rows.ts'
import type { NoticeLevel, Place } from '../../shared/desktop-rows.ts'
import { accountPlace, accountRow, desktopRow, fillRow, fillsOf, noticeOf, NOW, streamRow } from '../test/samples.ts'
import { beginFills, lookAtFills } from './fill-news.ts'
import { createStage } from './test/stage.ts'

/** What may happen to a program that watches, in any order. */
const deed = fc.oneof(
  fc.record({ do: fc.constant('fill' as const), ageMs: fc.constantFrom(0, 1000, 60_000, 600_000, 7_200_000) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(500, 1000, 4000, 20_000, 3_600_000) }),
  fc.constantFrom({ do: 'look' as const }, { do: 'restart' as const }, { do: 'down' as const }, { do: 'up' as const }),
)
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

it('tells each fill at most once, whatever happens between, and every fill of a watched moment', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const { told, watched } = tellFills(deeds)
      expect(new Set(told).size).toBe(told.length)
      expect(told).toEqual(expect.arrayContaining(watched))
    }),
  )
})

/** Fills as they are told; `watched` happened right before a look of a program that was there already. */
function tellFills(deeds: readonly Deed[]) {
  const rows: FillRow[] = []
  const told: string[] = []
  const watched: string[] = []
  const now = { at: NOW, memory: beginFills(new Map(), NOW) }
  const accounts = [accountRow()]
  function look(): void {
    const { memory, news } = lookAtFills(now.memory, fillsOf(...rows), accounts, now.at)
    now.memory = memory
    told.push(...news.flatMap(({ fills }) => fills.map(({ fill }) => fill)))
  }
  for (const each of deeds) {
    now.at += 1
    if (each.do === 'wait') now.at += each.ms
    if (each.do === 'restart') now.memory = beginFills(fillsOf(...rows), now.at)
    if (each.do === 'fill') rows.push(fillRow({ fill: `f${rows.length}`, at: now.at - each.ageMs }))
    if (each.do === 'fill' && each.ageMs === 0) now.at += 1
    if (each.do === 'fill' && each.ageMs === 0) watched.push(`f${rows.length - 1}`)
    if (each.do === 'look' || each.do === 'fill') look()
  }
  return { told, watched }
}

it('never restores more than was lost, and never loses what is lost already', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 80 }), (deeds) => {
      for (const titles of connectionTitles(deeds)) {
        const open = { lost: 0 }
        for (const title of titles) {
          open.lost += title.startsWith('Connection lost') ? 1 : -1
          expect([0, 1]).toContain(open.lost)
        }
      }
    }),
  )
})

/** What each life of the program said, from one restart to the next. */
function connectionTitles(deeds: readonly Deed[]): readonly (readonly string[])[] {
  const { clock, system, see, start, user } = createStage()
  const lives: (readonly string[])[] = []
  const now = { notices: start(), said: 0 }
  function end(): void {
    clock.advance(1000)
    lives.push(system.titles().slice(now.said))
    now.said = system.titles().length
  }
  for (const each of deeds) {
    if (each.do === 'wait') clock.advance(each.ms)
    if (each.do === 'down') see({ streams: [streamRow({ state: 'down' })] })
    if (each.do === 'up') see({ streams: [streamRow()] })
    if (each.do === 'restart') end()
    if (each.do === 'restart') now.notices = start()
    now.notices.look(user.overview)
  }
  end()
  return lives
}

const circumstances = fc.record({
  level: fc.constantFrom<NoticeLevel>('on', 'silent', 'off'),
  eyesOn: fc.constantFrom<Place | null>(null, accountPlace, { ...accountPlace, tab: 'system' }),
  paused: fc.boolean(),
  weight: fc.constantFrom('low' as const, 'normal' as const, 'critical' as const),
  identity: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  afterMs: fc.constantFrom(0, 100, 600),
})

it('never shows what it suppressed, and shows or counts everything else', () => {
  fc.assert(
    fc.property(fc.array(circumstances, { maxLength: 30 }), (all) => {
      const { clock, system, user, suppressed, start } = createStage()
      const { tell } = start()
      const refused = new Set<string>()
      for (const [index, each] of all.entries()) {
        user.eyesOn = each.eyesOn
        const notices = { alert: 'on', fill: each.level, connection: 'on', account: 'on', program: 'on' } as const
        user.choices = desktopRow({ notices, pausedUntil: each.paused ? clock.now() + 1 : null })
        const before = suppressed().length
        void tell(noticeOf({ title: `notice ${index}`, identity: each.identity, weight: each.weight }))
        if (suppressed().length > before) refused.add(`notice ${index}`)
        if (each.level === 'off' || (each.paused && each.weight !== 'critical'))
          expect(refused).toContain(`notice ${index}`)
        clock.advance(each.afterMs)
      }
      clock.advance(1000)
      expect(system.titles().filter((title) => refused.has(title))).toEqual([])
      const identities = new Set(
        all.filter((_, index) => !refused.has(`notice ${index}`)).map(({ identity }) => identity),
      )
      expect(identities.size).toBe(all.length - refused.size)
    }),
  )
})
