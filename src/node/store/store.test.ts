import { expect, test } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { START, account, btc, eth, fill, flow, main, other, reading } from '../test/rows.ts'

const everything = { account: 'all', instrument: null, before: START + 1_000_000, count: 100 } as const

test('what was saved is there when the file is opened again', async () => {
  const { store, file } = openTestStore()
  const rows = { fill: fill(), flow: flow({ kind: 'funding', rate: decimal('0.0001'), instrument: btc }) }
  expect(await store.saveAccount(account({ tradingKeyAccepted: true, identity: 'user 1' }))).toEqual({
    ok: true,
    value: null,
  })
  await store.saveSetting('theme', { theme: 'dark', nested: [1, 'two'] })
  store.appendFills([rows.fill])
  store.appendFlows([rows.flow])
  store.proveCoverage({ account: main, list: 'fills' }, { from: 1, to: 9 })
  store.appendEquity([reading(START, '1000.10')])
  expect(await store.flush()).toEqual({ ok: true, value: null })
  await store.close()

  const again = openTestStore(file).store
  expect(again.accounts()).toEqual([account({ tradingKeyAccepted: true, identity: 'user 1' })])
  expect(again.setting('theme')).toEqual({ theme: 'dark', nested: [1, 'two'] })
  expect(again.setting('never set')).toBeUndefined()
  expect(again.fills(everything)).toEqual([rows.fill])
  expect(again.flows(everything)).toEqual([rows.flow])
  expect(again.coverage({ account: main, list: 'fills' })).toEqual([{ from: 1, to: 9 }])
  expect(again.equityAt(main, START)).toEqual({ at: START, equity: '1000.10', transfers: '0' })
})

test('a fact stored twice is one fact, and a later report only fills in what was unknown', () => {
  const { store } = openTestStore()
  store.appendFills([fill({ fee: null, realisedPnl: null, liquidity: 'unknown' })])
  store.appendFills([fill({ fee: decimal('0.5'), realisedPnl: decimal('-3'), liquidity: 'maker' })])
  store.appendFills([fill({ fee: decimal('9'), realisedPnl: null, liquidity: 'unknown' })])
  expect(store.fills(everything)).toEqual([
    fill({ fee: decimal('0.5'), realisedPnl: decimal('-3'), liquidity: 'maker' }),
  ])
})

test('the same id in two accounts is two facts', () => {
  const { store } = openTestStore()
  store.appendFlows([flow(), flow({ account: other }), flow()])
  expect(store.flows(everything).map((row) => row.account)).toEqual([other, main])
})

test('pages are newest first and keep to their account and instrument', () => {
  const { store } = openTestStore()
  const rows = [1, 2, 3, 4].map((n) =>
    fill({ fill: `f${n}`, at: START + n, instrument: n % 2 ? btc : eth, account: n > 2 ? other : main }),
  )
  store.appendFills(rows)
  const ids = (query: object) => store.fills({ ...everything, ...query }).map((row) => row.fill)
  expect(ids({})).toEqual(['f4', 'f3', 'f2', 'f1'])
  expect(ids({ account: other })).toEqual(['f4', 'f3'])
  expect(ids({ instrument: btc })).toEqual(['f3', 'f1'])
  expect(ids({ account: main, instrument: eth })).toEqual(['f2'])
  expect(ids({ before: START + 3 })).toEqual(['f2', 'f1'])
  expect(ids({ count: 1 })).toEqual(['f4'])
})

test('paging by the last moment skips nothing although facts share a millisecond', () => {
  const { store } = openTestStore()
  const moments = [9, 8, 8, 8, 7, 6, 6, 5]
  store.appendFills(moments.map((at, index) => fill({ fill: `f${index}`, at })))
  const seen: string[] = []
  for (let before = 10; ;) {
    const page = store.fills({ account: main, instrument: null, before, count: 3 })
    if (page.length === 0) break
    seen.push(...page.map((row) => row.fill))
    before = page.at(-1)!.at
  }
  expect(seen.sort()).toEqual(moments.map((_, index) => `f${index}`).sort())
})

test('removing an account removes everything that speaks of it and nothing else', async () => {
  const { store } = openTestStore()
  for (const id of [main, other]) {
    await store.saveAccount(account({ account: id }))
    store.appendFills([fill({ account: id })])
    store.appendFlows([flow({ account: id })])
    store.appendEquity([reading(START, '5', { account: id })])
    store.proveCoverage({ account: id, list: 'fills' }, { from: 1, to: 2 })
  }
  await store.removeAccount(main)
  expect(store.accounts().map((row) => row.account)).toEqual([other])
  expect(store.fills(everything).map((row) => row.account)).toEqual([other])
  expect(store.flows(everything).map((row) => row.account)).toEqual([other])
  expect(store.coverage({ account: main, list: 'fills' })).toEqual([])
  expect([store.equityAt(main, START), store.peakEquity(main)]).toEqual([null, null])
  expect(store.equityAt(other, START)?.equity).toBe('5')
})

test('transfers are listed oldest first between two moments, both included', () => {
  const { store } = openTestStore()
  store.appendFlows([3, 1, 2].map((n) => flow({ flow: `w${n}`, at: START + n })))
  store.appendFlows([flow({ flow: 'fee', kind: 'fee', at: START + 2 }), flow({ account: other, at: START + 2 })])
  expect(store.transfers(main, START + 1, START + 2).map((row) => row.flow)).toEqual(['w1', 'w2'])
})

test('writes wait for the tick and no timer is left when there is nothing to write', () => {
  const { store, clock } = openTestStore()
  expect(clock.waiting).toBe(0)
  store.appendFills([fill()])
  store.appendFlows([flow()])
  expect(clock.waiting).toBe(1)
  clock.advance(1000)
  expect(clock.waiting).toBe(0)
})

test('a stored setting that cannot be read counts as not set', async () => {
  const { store, file, lines } = openTestStore()
  await store.close()
  const { openWriter } = await import('./database.ts')
  const db = openWriter(file)
  db.prepare('INSERT INTO settings VALUES (?, ?)').run('theme', '{broken')
  db.close()
  const again = openTestStore(file)
  expect(again.store.setting('theme')).toBeUndefined()
  expect([...lines, ...again.lines].map((line) => line.message)).toEqual(['stored setting cannot be read'])
})
