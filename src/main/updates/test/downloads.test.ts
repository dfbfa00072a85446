import { existsSync } from 'node:fs'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it as anywhere } from 'vitest'
import { RELEASE, runnable, type FeedMood } from '../../../../e2e/desktop/support/update-feed.ts'
import { openBench, type Bench } from './bench.ts'

/** The updater of AppImages; another system has other folders and lists. */
const it = anywhere.skipIf(process.platform !== 'linux')

const opened: Bench[] = []
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.stop()
})

async function found(...how: Parameters<typeof openBench>): Promise<Bench> {
  const bench = await openBench(...how)
  opened.push(bench)
  await bench.updates.check()
  await bench.until((row) => row.state === 'found')
  return bench
}

async function ready(mood: FeedMood = 'found'): Promise<Bench> {
  const bench = await found(mood)
  await bench.updates.download()
  await bench.until((row) => row.state === 'ready')
  return bench
}

const filesIn = async (folder: string) =>
  existsSync(folder) ? (await readdir(folder, { recursive: true })).filter((name) => /AppImage/.test(name)) : []

it('shows how far it is, verifies, and waits for the user', async () => {
  const { updates, feed, until, row, done, appImage } = await found('slow')
  const seen: string[] = []
  updates.rows.onChange(() => seen.push(row().state))
  await updates.download()
  const moving = await until(({ percent }) => percent !== null && percent > 0)
  expect(moving.state).toBe('downloading')
  feed.letGo()
  expect(await until(({ state }) => state === 'ready')).toMatchObject({ percent: null, problem: null })
  expect(seen.filter((state, at) => state !== seen[at - 1])).toEqual(['downloading', 'verifying', 'ready'])
  expect([done, await readFile(appImage, 'utf8')]).toEqual([[], 'the old version'])
})

it.each([
  ['broken', 'update.damaged'],
  ['truncated', 'update.interrupted'],
  ['no-checksum', 'update.damaged'],
  ['no-file', 'update.refused'],
] as const)('keeps nothing of a file that is %s, and lets it be tried again', async (mood, id) => {
  const { updates, feed, until, cache } = await found(mood)
  await updates.download()
  expect(await until(({ problem }) => problem !== null)).toMatchObject({
    state: 'found',
    version: '99.1.0',
    percent: null,
    problem: { id },
  })
  expect(await filesIn(cache)).toEqual([])
  expect(await updates.install()).toMatchObject({ ok: false, failure: { sentence: { id: 'update.nothing-ready' } } })

  feed.become('found')
  await updates.check()
  await until(({ checkedAt, state, problem }) => checkedAt !== null && state === 'found' && problem === null)
  await updates.download()
  await until(({ state }) => state === 'ready')
})

it('gives up on a file that does not come, and fetches it anew the next time', async () => {
  const { updates, feed, clock, row, until } = await found('hanging-file')
  await updates.download()
  await expect.poll(() => feed.asked.length).toBe(2)
  await clock.pass(120_000)
  expect(row()).toMatchObject({ state: 'found', problem: { id: 'update.slow' } })
  feed.become('found')
  await updates.download()
  await until(({ state }) => state === 'ready')
})

it('replaces the program only after everything was stopped, with the very bytes published', async () => {
  const { updates, until, done, appImage, electron } = await ready()
  await updates.install()
  await expect.poll(electron.quits).toBe(1)
  expect(done).toEqual(['stopped', 'installed'])
  expect((await readFile(appImage)).equals(RELEASE.bytes)).toBe(true)
  expect((await stat(appImage)).mode & 0o777).toBe(0o755)
  await until(({ state }) => state === 'ready')
})

it('follows the feed that was built in', async () => {
  const { updates, until, appImage, electron } = await found('found', 'built-in')
  await updates.download()
  await until(({ state }) => state === 'ready')
  await updates.install()
  await expect.poll(electron.quits).toBe(1)
  expect((await readFile(appImage)).equals(RELEASE.bytes)).toBe(true)
})

it('starts the version it installed', async () => {
  const bench = await found('found')
  const told = `${bench.appImage}.started`
  bench.feed.publish({ bytes: runnable(`echo "$0 $APPIMAGE_SILENT_INSTALL" > '${told}'\nexit 0`) })
  await bench.updates.check()
  await bench.until(({ state }) => state === 'found')
  await bench.updates.download()
  await bench.until(({ state }) => state === 'ready')
  await bench.updates.install()
  await expect.poll(() => existsSync(told)).toBe(true)
  await expect.poll(() => readFile(told, 'utf8')).toBe(`${bench.appImage} true\n`)
  await expect.poll(bench.electron.quits).toBe(1)
})

it.each([
  ['changed', (file: string) => writeFile(file, 'another program')],
  ['removed', (file: string) => rm(file)],
] as const)('installs no file that was %s after it had been verified', async (_, harm) => {
  const { updates, until, cache, done, appImage } = await ready()
  const [file] = await filesIn(cache)
  await harm(join(cache, file!))
  await updates.install()
  expect(await until(({ problem }) => problem !== null)).toMatchObject({
    state: 'found',
    problem: { id: 'update.changed' },
  })
  expect([done, await readFile(appImage, 'utf8')]).toEqual([[], 'the old version'])
  await updates.download()
  await until(({ state }) => state === 'ready')
})

it('downloads once and installs once, however often it is asked', async () => {
  const { updates, feed, until, done, electron } = await found('found')
  expect([await updates.download(), await updates.download()].every(({ ok }) => ok)).toBe(true)
  await until(({ state }) => state === 'ready')
  expect(feed.asked.filter((path) => path.endsWith('.AppImage'))).toHaveLength(1)
  const asked = await Promise.all([updates.install(), updates.install()])
  expect(asked.every(({ ok }) => ok)).toBe(true)
  await expect.poll(electron.quits).toBe(1)
  expect(done).toEqual(['stopped', 'installed'])
})

it('says so when the system does not take the update', async () => {
  const { updates, done, appImage } = await ready()
  await rm(appImage)
  await updates.install()
  await expect.poll(() => done).toHaveLength(3)
  expect(done[2]).toBe('update.failed')
})

it('neither downloads what was not found nor installs what is not ready', async () => {
  const bench = await openBench('none')
  opened.push(bench)
  expect(await bench.updates.download()).toMatchObject({ ok: false, failure: { code: 'invalid' } })
  expect(await bench.updates.install()).toMatchObject({ ok: false, failure: { code: 'invalid' } })
  expect(bench.feed.asked).toEqual([])
})
