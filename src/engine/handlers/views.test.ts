import { expect, it } from 'vitest'
import { createTables } from '../tables.ts'
import { atKeys, ofAccount, whileRead } from './views.ts'

function setUp() {
  const table = createTables().table<{ account: string; value: number }>()
  table.set('1', { account: 'a', value: 1 })
  table.set('2', { account: 'b', value: 2 })
  return table
}

it('shows and tells of one account only, its removed rows included', () => {
  const table = setUp()
  const view = ofAccount(table, 'a')
  const told: string[] = []
  view.onChange((key) => told.push(key))
  table.set('2', { account: 'b', value: 3 })
  table.set('3', { account: 'a', value: 4 })
  table.set('1', null)
  table.set('2', null)
  expect(told).toEqual(['3', '1'])
  expect([...view.rows()]).toEqual([['3', { account: 'a', value: 4 }]])
  expect([...ofAccount(table, 'all').rows()].length).toBe(1)
})

it('shows and tells of given keys only', () => {
  const table = setUp()
  const view = atKeys(table, new Set(['2', '9']))
  const told: string[] = []
  view.onChange((key) => told.push(key))
  table.set('1', null)
  table.set('9', { account: 'c', value: 9 })
  expect(told).toEqual(['9'])
  expect([...view.rows()].map(([key]) => key)).toEqual(['2', '9'])
  expect(view.get('1')).toBeUndefined()
})

it('holds what a reader needs exactly while it reads', () => {
  const held = { count: 0 }
  const view = whileRead(setUp(), () => {
    held.count += 1
    return () => (held.count -= 1)
  })
  const stops = [view.onChange(() => undefined), view.onChange(() => undefined)]
  expect(held.count).toBe(2)
  for (const stop of stops) stop()
  expect(held.count).toBe(0)
})
