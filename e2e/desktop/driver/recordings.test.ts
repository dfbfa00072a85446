import { expect, it } from 'vitest'
import { createRecordings } from './recordings.ts'

it('resolves with the first recording that passes, at once or when it comes', async () => {
  const recordings = createRecordings()
  await expect(recordings.until('none yet', ({ badge }) => badge === 0)).resolves.toBe(recordings.last())
  const waited = recordings.until('two', ({ badge }) => badge === 2)
  for (const badge of [1, 2, 3]) recordings.take({ ...recordings.last(), badge })
  expect((await waited).badge).toBe(2)
  expect(recordings.last().badge).toBe(3)
})

it('rejects with what was recorded last', async () => {
  const recordings = createRecordings(5)
  recordings.take({ ...recordings.last(), badge: 7 })
  await expect(recordings.until('a tray', ({ tray }) => tray !== null)).rejects.toThrow(/a tray[\s\S]*"badge": 7/)
})
