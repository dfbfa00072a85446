import { expect, it, vi } from 'vitest'
import { createNotifier } from './notifier.ts'

it('tells each listener once, after everything changed', () => {
  const notifier = createNotifier()
  const figures = { total: 0, row: 0 }
  const seen: string[] = []
  const listener = () => seen.push(`${figures.total} ${figures.row}`)
  notifier.batch(() => {
    figures.total = 1
    notifier.tell(listener)
    figures.row = 1
    notifier.tell(listener)
    expect(seen).toEqual([])
  })
  expect(seen).toEqual(['1 1'])
})

it('waits for the outermost batch', () => {
  const notifier = createNotifier()
  const listener = vi.fn()
  notifier.batch(() => {
    notifier.batch(() => notifier.tell(listener))
    expect(listener).not.toHaveBeenCalled()
  })
  expect(listener).toHaveBeenCalledOnce()
})

it('tells at once outside a batch, and still tells when the batch fails', () => {
  const notifier = createNotifier()
  const listener = vi.fn()
  notifier.tell(listener)
  expect(listener).toHaveBeenCalledOnce()
  const failing = () =>
    notifier.batch(() => {
      notifier.tell(listener)
      throw new Error('a store broke')
    })
  expect(failing).toThrow('a store broke')
  expect(listener).toHaveBeenCalledTimes(2)
})
