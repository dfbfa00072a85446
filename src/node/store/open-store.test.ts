import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createMemoryLog } from '../test/memory-log.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { START, account, fill } from '../test/rows.ts'
import { migrations } from '../migrations/migrations.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { openWriter } from './database.ts'
import { openStore } from './open-store.ts'

const print = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function open(file: string) {
  return openStore({ file, clock: createManualClock(START), log: createMemoryLog(), problem: () => undefined })
}

function refusal(file: string) {
  const before = print(file)
  const opened = open(file)
  expect(print(file)).toBe(before)
  if (opened.ok) throw new Error('It was opened')
  return opened.failure.sentence
}

async function filled(): Promise<string> {
  const { store, file } = openTestStore()
  await store.saveAccount(account())
  store.appendFills(Array.from({ length: 500 }, (_, index) => fill({ fill: `f${index}`, at: START + index })))
  await store.close()
  return file
}

test('a text file in the place of the database is refused and left alone', () => {
  const file = join(tempFolder(), 'tidemark.db')
  writeFileSync(file, 'a shopping list, rather longer than the header of a database would be\n'.repeat(9))
  expect(refusal(file)).toEqual({ id: 'store.unreadable', values: { file, reason: 'not a database' } })
})

test('a truncated database is refused and left alone', async () => {
  const file = await filled()
  truncateSync(file, 20_000)
  expect(refusal(file).id).toBe('store.unreadable')
})

test('a database with a page of rubbish is refused and left alone', async () => {
  const file = await filled()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096 * 12, 4096 * 14)
  writeFileSync(file, bytes)
  expect(refusal(file).id).toBe('store.unreadable')
})

test('another program’s database is refused and left alone', () => {
  const file = join(tempFolder(), 'tidemark.db')
  const db = new Database(file)
  db.exec('CREATE TABLE bookmarks (url TEXT)')
  db.close()
  expect(refusal(file)).toEqual({ id: 'store.unreadable', values: { file, reason: 'made by another program' } })
})

test('a newer database is refused and left alone', async () => {
  const file = await filled()
  const db = new Database(file)
  db.pragma('user_version = 990')
  db.close()
  expect(refusal(file)).toEqual({
    id: 'store.newer',
    values: { file, found: '990', known: String(migrations.at(-1)?.version) },
  })
})

test('a newer database whose version is still in its journal is refused and left alone', async () => {
  const file = await filled()
  const db = new Database(file)
  db.pragma('user_version = 990')
  const copy = join(tempFolder(), 'tidemark.db')
  for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(file + end))
  db.close()
  const journal = print(`${copy}-wal`)
  expect(refusal(copy).id).toBe('store.newer')
  expect(print(`${copy}-wal`)).toBe(journal)
})

test('a database another connection holds is refused and left alone', async () => {
  const file = await filled()
  const holder = openWriter(file)
  holder.exec('BEGIN EXCLUSIVE')
  expect(refusal(file)).toEqual({ id: 'store.locked', values: { file } })
  holder.exec('ROLLBACK')
  holder.close()
  expect(open(file).ok).toBe(true)
})

test('while a store is open nobody else can write its file', () => {
  const { file } = openTestStore()
  const opened = open(file)
  expect(!opened.ok && opened.failure.sentence.id).toBe('store.locked')
})

test('an empty file and a header without tables are a new database', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'empty.db'), '')
  const db = new Database(join(folder, 'header.db'))
  db.pragma('journal_mode = WAL')
  db.close()
  expect(openTestStore(join(folder, 'empty.db')).store.accounts()).toEqual([])
  expect(openTestStore(join(folder, 'header.db')).store.accounts()).toEqual([])
})

test('a folder that does not exist is a failure that names the file', () => {
  const file = join(tempFolder(), 'nowhere', 'tidemark.db')
  const opened = open(file)
  expect(!opened.ok && opened.failure.sentence.id).toBe('store.unopened')
  expect(!opened.ok && opened.failure.sentence.values.file).toBe(file)
  expect(existsSync(file)).toBe(false)
})

test('closing leaves one file, with every commit in it', async () => {
  const file = await filled()
  expect(readdirSync(join(file, '..'))).toEqual(['tidemark.db'])
})
