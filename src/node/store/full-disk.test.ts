import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import type { Failure } from '../../shared/result.ts'
import { migrations } from '../migrations/migrations.ts'
import { createMemoryLog } from '../test/memory-log.ts'
import { START, account, fill, main, other, reading } from '../test/rows.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { openWriter } from './database.ts'
import { migrate } from './migrate.ts'
import { createStore } from './store.ts'

const many = Array.from({ length: 4000 }, (_, index) => fill({ fill: `fill-${index}`, at: START + index }))
const all = { account: main, instrument: null, before: START * 2, count: 5000 } as const

/** SQLite's own limit on pages makes it answer as on a disk without room: SQLITE_FULL, in the middle of a batch. */
function storeOnSmallDisk() {
  const file = join(tempFolder(), 'tidemark.db')
  const db = openWriter(file)
  migrate(db, migrations)
  const clock = createManualClock(START)
  const problems: (Failure | null)[] = []
  const log = createMemoryLog()
  const store = createStore({ db, file, clock, log, problem: (failure) => problems.push(failure) })
  onTestFinished(() => store.close())
  const room = (pages: number) => void db.pragma(`max_page_count = ${pages}`)
  room(60)
  return { store, clock, problems, room, file, lines: log.lines }
}

test('what was acknowledged stays, what was not waits in memory and is written when there is room', async () => {
  const { store, clock, problems, room, file } = storeOnSmallDisk()
  store.appendFills([fill({ fill: 'early', at: START - 1 })])
  expect(await store.flush()).toEqual({ ok: true, value: null })

  store.appendFills(many)
  const refused = await store.flush()
  expect(!refused.ok && refused.failure.sentence).toEqual({ id: 'store.full', values: { file } })
  expect(store.fills(all).map((row) => row.fill)).toEqual(['early'])

  clock.advance(60_000)
  store.appendEquity([reading(START, '1')])
  expect(problems.map((failure) => failure?.sentence.id)).toEqual(['store.full'])

  room(100_000)
  clock.advance(5000)
  expect(problems.map((failure) => failure?.sentence.id ?? null)).toEqual(['store.full', null])
  expect(await store.flush()).toEqual({ ok: true, value: null })
  expect(store.fills(all)).toHaveLength(4001)
  expect(clock.waiting).toBe(0)
})

test('a save on a full disk is refused, not promised', async () => {
  const { store, room } = storeOnSmallDisk()
  store.appendFills(many)
  const refused = await store.saveAccount(account())
  expect(!refused.ok && refused.failure.sentence.id).toBe('store.full')
  expect(store.accounts()).toEqual([])
  room(100_000)
  expect(await store.saveAccount(account())).toEqual({ ok: true, value: null })
})

test('a row the database refuses is left out and logged; the others are kept and nothing counts as proven', async () => {
  const { store, lines, room } = storeOnSmallDisk()
  room(100_000)
  const broken = { ...fill({ fill: 'broken' }), price: null } as never
  store.appendFills([fill({ fill: 'before' }), broken, fill({ fill: 'after' })])
  for (const account of [main, other]) store.proveCoverage({ account, list: 'fills' }, { from: 1, to: 2 })
  expect(await store.flush()).toEqual({ ok: true, value: null })
  store.proveCoverage({ account: main, list: 'fills' }, { from: 1, to: 9 })
  expect(store.fills(all).map((row) => row.fill)).toEqual(['before', 'after'])
  expect(store.coverage({ account: main, list: 'fills' })).toEqual([])
  expect(store.coverage({ account: other, list: 'fills' })).toEqual([{ from: 1, to: 2 }])
  expect(lines.map(({ message }) => message)).toEqual(['row refused by the database'])
})
