import { existsSync, readFileSync, readdirSync, statSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { runnable } from './support/update-feed.ts'
import { OLD, test } from './support/update-test.ts'

test.skip(process.platform !== 'linux', 'Elsewhere only an installed app is updated, signed on macOS.')

/** What a database has not yet written into its own file; gone once it was closed in order. */
const unwritten = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.db-wal$|-journal$/.test(name))

const fetched = (folder: string): readonly string[] => {
  const cache = join(folder, '.cache', 'tidemark-updater')
  return existsSync(cache)
    ? readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.AppImage'))
    : []
}

test('a download shows how far it is, is verified, and waits to be installed', async ({ desk, updating }) => {
  const { feed, appImage, find } = updating
  feed.become('slow')
  const { app, card } = await find()
  await card.press('Download')
  await expect(card.standing).toHaveText('Downloading version 99.1.0…')
  await expect.poll(async () => Number(await card.progress.getAttribute('value'))).toBeGreaterThan(0)
  feed.letGo()
  await expect(card.standing).toHaveText(/downloaded and verified/)
  await expect(card.button('Restart and install')).toBeVisible()
  expect(fetched(desk.folder)).toHaveLength(1)
  expect((await app.recorded()).dialogs).toEqual([])
  await app.quit()
  expect(await app.ended).toBe(0)
  expect(readFileSync(appImage, 'utf8')).toBe(OLD)
})

test('a file that is not whole is thrown away, never installed, and can be fetched again', async ({
  desk,
  updating,
}) => {
  const { feed, appImage, find } = updating
  feed.become('broken')
  const { app, card } = await find()
  for (const [mood, words] of [
    ['broken', /not the one that was published/],
    ['truncated', /broke off/],
    ['no-file', /refused with status 404/],
  ] as const) {
    await test.step(mood, async () => {
      feed.become(mood)
      await card.press('Check now')
      await expect(card.problem).toHaveCount(0)
      await card.press('Download')
      await expect(card.problem).toHaveText(words)
      await expect(card.standing).toHaveText('Version 99.1.0 is there.')
      await expect(card.button('Restart and install')).toHaveCount(0)
      expect(fetched(desk.folder)).toEqual([])
    })
  }
  expect((await app.recorded()).dialogs).toEqual([])
  expect(readFileSync(appImage, 'utf8')).toBe(OLD)
  feed.become('found')
  await card.press('Check now')
  await expect(card.problem).toHaveCount(0)
  await card.press('Download')
  await expect(card.button('Restart and install')).toBeVisible()
})

test('an update is installed only after everything was stored and stopped', async ({ desk, updating }) => {
  const { feed, appImage, find } = updating
  const told = join(desk.folder, 'started')
  const bytes = runnable(`ls -R '${desk.data}' > '${told}.part'; mv '${told}.part' '${told}'\nexit 0`)
  feed.publish({ bytes })
  const { app, card } = await find()
  await card.press('Download')
  await card.button('Restart and install').waitFor()
  expect(unwritten(desk.data)).not.toEqual([])
  await card.press('Restart and install')
  expect(await app.ended).toBe(0)
  await expect.poll(() => existsSync(told)).toBe(true)
  const found = readFileSync(told, 'utf8')
  expect(found).toContain('.db')
  expect(found).not.toMatch(/\.db-wal|-journal/)
  expect(readFileSync(appImage).equals(bytes)).toBe(true)
  expect(statSync(appImage).mode & 0o777).toBe(0o755)
  expect((await app.recorded()).relaunched).toBeNull()
})

test('a file that was changed after it had been verified is not installed', async ({ desk, updating }) => {
  const { appImage, find } = updating
  const { card } = await find()
  await card.press('Download')
  await card.button('Restart and install').waitFor()
  const [file] = fetched(desk.folder)
  rmSync(join(desk.folder, '.cache', 'tidemark-updater', file!))
  await card.press('Restart and install')
  await expect(card.problem).toHaveText(/changed or removed/)
  await expect(card.button('Download')).toBeVisible()
  expect(readFileSync(appImage, 'utf8')).toBe(OLD)
})

test('an update that the system does not take brings the app back as it was, and says so', async ({ updating }) => {
  const { appImage, find, launch } = updating
  const { app, card } = await find()
  await card.press('Download')
  await card.button('Restart and install').waitFor()
  rmSync(appImage)
  await card.press('Restart and install')
  expect(await app.ended).toBe(0)
  const { relaunched } = await app.recorded()
  expect(relaunched).toContain('--update-not-installed')
  const again = await launch({ args: ['--update-not-installed'] })
  await expect(again.card.problem).toHaveText(/could not be installed/)
})
