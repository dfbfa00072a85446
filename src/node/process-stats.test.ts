import { expect, onTestFinished, test } from 'vitest'
import { createProcessStats } from './process-stats.ts'

test('a busy, blocked loop shows in all three figures', async () => {
  const stats = createProcessStats()
  onTestFinished(() => stats.stop())
  await new Promise((resolve) => setTimeout(resolve, 60))
  stats.eventLoopDelay()
  stats.cpu()
  // The first sample after a reading only sets the mark.
  await new Promise((resolve) => setTimeout(resolve, 60))
  const until = performance.now() + 150
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(stats.cpu()).toBeGreaterThan(0.1)
  expect(stats.eventLoopDelay().max).toBeGreaterThan(80)
  expect(stats.memory().resident).toBeGreaterThan(stats.memory().heapUsed)
  expect(stats.uptime()).toBeGreaterThan(0)
})
