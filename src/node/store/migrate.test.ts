import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { alertOf, CASES } from '../../engine/alerts/test/every-alert.ts'
import { accountsAndFacts } from '../migrations/0010-accounts-and-facts.ts'
import { equity } from '../migrations/0020-equity.ts'
import { migrations } from '../migrations/migrations.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { account } from '../test/rows.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { migrate } from './migrate.ts'

test('steps are numbered upwards, with room between them', () => {
  const versions = migrations.map(({ version }) => version)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  expect(versions.every((version) => version % 10 === 0)).toBe(true)
})

test('accounts kept before identities were known keep everything, and learn theirs later', async () => {
  const file = join(tempFolder(), 'tidemark.db')
  const db = new Database(file)
  migrate(db, [accountsAndFacts, equity])
  const { account: id, venue, environment, label, addedAt } = account()
  db.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?, 0, ?)').run(id, venue, environment, label, addedAt)
  db.close()
  const { store } = openTestStore(file)
  expect(store.accounts()).toEqual([account()])
  await store.saveAccount(account({ identity: 'user 1' }))
  expect(store.accounts()).toEqual([account({ identity: 'user 1' })])
})

test('rules of before are rules of now', () => {
  const file = join(tempFolder(), 'tidemark.db')
  const db = new Database(file)
  migrate(
    db,
    migrations.filter(({ version }) => version <= 40),
  )
  const keep = db.prepare('INSERT INTO rules VALUES (?, 1, ?)')
  const former = ['balance-changes', 'drawdown', 'fill', 'margin-ratio'].map(rule)
  for (const each of former) keep.run(each.rule, JSON.stringify(each))
  db.close()
  const { store } = openTestStore(file)
  expect(store.alerts.rules()).toEqual([
    {
      ...former[0],
      coolDownMs: 0,
      condition: { kind: 'balance-changes', asset: null, amount: '0.1' },
      recovery: false,
    },
    { ...former[1], recovery: false },
    { ...former[2], coolDownMs: 0, recovery: false },
    { ...former[3], recovery: true },
  ])
})

test('alerts of before are kept, and are the end of nothing', () => {
  const file = join(tempFolder(), 'tidemark.db')
  const db = new Database(file)
  migrate(db, migrations)
  const now = alertOf(CASES[0]!)
  const former = JSON.stringify({ ...now, ruleName: undefined, ends: undefined })
  db.prepare('INSERT INTO alerts VALUES (?, ?, ?, NULL, NULL, NULL, ?)').run(now.alert, now.severity, 1, former)
  db.close()
  expect(openTestStore(file).store.alerts.alerts(2, 1)).toEqual([now])
})

/** A rule of an earlier version, which rests for a minute. */
function rule(kind: string) {
  const figure = { 'balance-changes': 'amount', drawdown: 'fraction', 'margin-ratio': 'fraction' }[kind]
  const condition = { kind, ...(figure !== undefined && { [figure]: '0.1' }) }
  const terms = { hysteresis: '0', coolDownMs: 60_000, severity: 'info', channels: {}, quietHours: null }
  const scope = { account: 'all', instrument: null, name: '', enabled: true }
  return { rule: kind, ...scope, condition, ...terms, origin: 'user', mutedUntil: null, createdAt: 1 }
}
