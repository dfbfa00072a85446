import { afterEach, expect, it as anywhere } from 'vitest'
import { LIST, type FeedMood } from '../../../../e2e/desktop/support/update-feed.ts'
import { NOW, openBench, type Bench } from './bench.ts'

/** The updater of AppImages; another system has other folders and lists. */
const it = anywhere.skipIf(process.platform !== 'linux')

const opened: Bench[] = []
const open = async (...how: Parameters<typeof openBench>): Promise<Bench> => {
  const bench = await openBench(...how)
  opened.push(bench)
  return bench
}
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.stop()
})

const checked = async (mood: FeedMood): Promise<Bench> => {
  const bench = await open(mood)
  await bench.updates.check()
  await bench.until((row) => row.checkedAt !== null)
  return bench
}

it('tells the version, the notes as text, and the day of a newer one', async () => {
  const { row, feed } = await checked('found')
  expect(row()).toEqual({
    state: 'found',
    current: '0.1.0',
    version: '99.1.0',
    notes: 'What is new\n\n• Faster & calmer\n• One fault less',
    publishedAt: Date.UTC(2026, 10, 20, 8),
    percent: null,
    checkedAt: NOW,
    problem: null,
  })
  expect(feed.asked).toEqual([LIST])
})

it.each(['none', 'older', 'prerelease'] as const)('is quiet when what is offered is no newer: %s', async (mood) => {
  const { row } = await checked(mood)
  expect(row()).toMatchObject({ state: 'idle', version: null, notes: null, problem: null })
})

it.each([
  ['no-list', 'update.no-list'],
  ['failing', 'update.refused'],
  ['garbage', 'update.garbled'],
  ['page', 'update.garbled'],
] as const)('says why a list that is %s is not used', async (mood, id) => {
  const { row, log } = await checked(mood)
  expect(row()).toMatchObject({ state: 'idle', version: null, problem: { id } })
  expect(log.lines.some((line) => line.fields['why'] === id)).toBe(true)
})

it('says that the feed cannot be reached', async () => {
  const { updates, feed, until } = await open('found')
  await feed.stop()
  await updates.check()
  expect(await until((row) => row.problem !== null)).toMatchObject({ state: 'idle', problem: { id: 'update.offline' } })
})

it('gives up on a feed that says nothing, and asks anew the next time', async () => {
  const { updates, feed, clock, row, until } = await open('hanging')
  await updates.check()
  await expect.poll(() => feed.asked.length).toBe(1)
  await clock.pass(20_000)
  expect(row()).toMatchObject({ state: 'idle', problem: { id: 'update.slow' } })
  feed.become('found')
  await updates.check()
  expect(await until((each) => each.state === 'found')).toMatchObject({ version: '99.1.0', problem: null })
})

it('keeps a version that was found when the next look fails', async () => {
  const { updates, feed, until } = await checked('found')
  feed.become('failing')
  await updates.check()
  expect(await until((row) => row.problem !== null)).toMatchObject({
    state: 'found',
    version: '99.1.0',
    problem: { id: 'update.refused', values: { status: '500' } },
  })
})

it('asks once for two that ask at the same time', async () => {
  const { updates, feed, until } = await open('found')
  await Promise.all([updates.check(), updates.check()])
  await until((row) => row.state === 'found')
  expect(feed.asked).toHaveLength(1)
})

it('tells the feed nothing by which one installation could be told from another', async () => {
  const { feed } = await checked('found')
  expect(feed.headers[0]?.['x-user-staging-id']).toBe('none')
})

it('asks for nothing when it is switched off, and at once when that changes', async () => {
  const { updates, feed, clock, row, until } = await open('found')
  updates.follow({ checkForUpdates: false })
  await clock.pass(3 * 86_400_000)
  expect([row().state, feed.asked]).toEqual(['off', []])
  updates.follow({ checkForUpdates: true })
  await clock.pass(20_000)
  await until(({ state }) => state === 'found')
  updates.follow({ checkForUpdates: false })
  expect(row()).toMatchObject({ state: 'off', version: null })
  expect(clock.waiting).toBe(0)
})

it('says nothing more of a look during which it was switched off', async () => {
  const { updates, feed, row, until } = await open('hanging')
  updates.follow({ checkForUpdates: true })
  await updates.check()
  await expect.poll(() => feed.asked.length).toBe(1)
  updates.follow({ checkForUpdates: false })
  expect(row()).toMatchObject({ state: 'off', checkedAt: null })
  feed.become('found')
  await updates.check()
  expect(await until(({ state }) => state === 'found')).toMatchObject({ version: '99.1.0', problem: null })
})

it('looks again every day, and downloads nothing by itself', async () => {
  const { updates, feed, clock, until } = await open('found')
  updates.follow({ checkForUpdates: true })
  await clock.pass(20_000)
  await until((row) => row.state === 'found')
  for (const day of [1, 2, 3]) {
    await clock.pass(86_400_000)
    await expect.poll(() => feed.asked.length).toBe(1 + day)
    await until((row) => row.state === 'found')
  }
  expect(feed.asked).toEqual(Array.from({ length: 4 }, () => LIST))
})
