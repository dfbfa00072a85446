import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { sentence } from '../../shared/sentence.ts'
import { createLiveStore } from './live-store.ts'
import { createNotifier } from './notifier.ts'

const change = (rows: Readonly<Record<string, number | null>>, reset = false) => ({
  reset,
  rows: new Map(Object.entries(rows)),
})

it('keeps rows by key, and the same map until one of them changes', () => {
  const store = createLiveStore<number>(createNotifier())
  expect(store.state().kind).toBe('opening')
  store.changed(change({ a: 1, b: 2 }, true))
  const rows = store.rows()
  expect(store.rows()).toBe(rows)
  store.changed(change({ b: null, c: 3 }))
  expect([...store.rows()]).toEqual([
    ['a', 1],
    ['c', 3],
  ])
  expect([...rows]).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  expect(store.state().kind).toBe('open')
})

it('tells only the followers of rows that changed', () => {
  const store = createLiveStore<number>(createNotifier())
  const [a, b, any] = [vi.fn(), vi.fn(), vi.fn()]
  store.onRow('a', a)
  const stopB = store.onRow('b', b)
  store.onChange(any)
  store.changed(change({ a: 1 }))
  expect([a, b, any].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 1])
  stopB()
  store.changed(change({ b: 1 }))
  expect(b).not.toHaveBeenCalled()
})

it('tells the followers of rows that a reset took away', () => {
  const store = createLiveStore<number>(createNotifier())
  store.changed(change({ gone: 1 }))
  const gone = vi.fn()
  store.onRow('gone', gone)
  store.changed(change({ other: 2 }, true))
  expect(gone).toHaveBeenCalledOnce()
  expect(store.get('gone')).toBeUndefined()
})

it('keeps the last rows when it is lost, and says why', () => {
  const store = createLiveStore<number>(createNotifier())
  store.changed(change({ a: 1 }))
  const told = vi.fn()
  store.onChange(told)
  const failure = { code: 'unavailable', sentence: sentence('link.closed') } as const
  store.lost(failure)
  expect(store.state()).toEqual({ kind: 'lost', failure })
  expect(store.get('a')).toBe(1)
  expect(told).toHaveBeenCalledOnce()
})

it('holds after any changes what the changes say', () => {
  const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(), { nil: null }), {
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, fc.boolean())), (changes) => {
      const store = createLiveStore<number>(createNotifier())
      let truth: Record<string, number | null> = {}
      for (const [part, reset] of changes) {
        store.changed(change(part, reset))
        truth = { ...(reset ? {} : truth), ...part }
      }
      const held = Object.entries(truth).filter(([, value]) => value !== null)
      expect(Object.fromEntries(store.rows())).toEqual(Object.fromEntries(held))
    }),
  )
})
