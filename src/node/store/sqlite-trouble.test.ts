import { expect, test } from 'vitest'
import { classify, openFailure, storeFailure } from './sqlite-trouble.ts'

const coded = (code: string) => Object.assign(new Error(`about ${code}`), { code })

test.each([
  ['SQLITE_FULL', 'full', 'store.full', 'store.no-room'],
  ['ENOSPC', 'full', 'store.full', 'store.no-room'],
  ['SQLITE_BUSY', 'locked', 'store.locked', 'store.locked'],
  ['SQLITE_READONLY_DBMOVED', 'read-only', 'store.read-only', 'store.read-only'],
  ['EACCES', 'read-only', 'store.read-only', 'store.read-only'],
  ['SQLITE_CORRUPT_INDEX', 'damaged', 'store.unreadable', 'store.unreadable'],
  ['SQLITE_NOTADB', 'damaged', 'store.unreadable', 'store.unreadable'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'refused-row', 'store.failed', 'store.unopened'],
  ['SQLITE_IOERR_FSYNC', 'other', 'store.failed', 'store.unopened'],
])('%s is %s', (code, trouble, running, opening) => {
  expect(classify(coded(code))).toBe(trouble)
  expect(storeFailure(coded(code), 'a.db').sentence.id).toBe(running)
  expect(openFailure(coded(code), 'a.db').sentence).toMatchObject({ id: opening, values: { file: 'a.db' } })
})

test('what is no error of SQLite’s is still a failure', () => {
  expect(storeFailure('odd', 'a.db').sentence.values.reason).toBe('unknown error')
  expect(classify(new TypeError('cannot bind'))).toBe('refused-row')
})
