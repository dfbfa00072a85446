import { expect } from '@playwright/test'
import { LIST } from './support/update-feed.ts'
import { FIRST_LOOK_MS, test } from './support/update-test.ts'
import { openUpdatesCard } from './support/updates-card.ts'

const DAY_MS = 86_400_000

test('a newer version is found after the start, told with its notes, and nothing of it fetched', async ({
  desk,
  updating: { feed, launch },
}) => {
  const { app, card } = await launch()
  await desk.pass(FIRST_LOOK_MS)
  await expect(card.standing).toHaveText('Version 99.1.0 is there.')
  await expect(card.notes).toHaveText(/What is new\s+• Faster & calmer\s+• One fault less/)
  await expect(card.card).toContainText(/20 Nov 2026|Nov 20, 2026/)
  expect(feed.asked).toEqual([LIST])
  await card.press('Downloads page')
  const { opened } = await app.until('a page is opened', (recorded) => recorded.opened.length > 0)
  expect(opened[0]).toMatch(/^https:\/\/.*releases/)
})

test('looks again when a day has passed in sleep', async ({ desk, updating: { feed, launch } }) => {
  feed.become('none')
  const { card } = await launch()
  await desk.pass(FIRST_LOOK_MS)
  await expect(card.standing).toHaveText('This is the newest version.')
  feed.become('found')
  await desk.sleep(DAY_MS + DAY_MS / 4)
  await desk.pass(FIRST_LOOK_MS)
  await expect(card.standing).toHaveText('Version 99.1.0 is there.')
  expect(feed.asked).toEqual([LIST, LIST])
})

test('a list that is missing or broken is a quiet line, and the next look may find better', async ({
  desk,
  updating: { feed, launch },
}) => {
  feed.become('no-list')
  const { app, card } = await launch()
  await desk.pass(FIRST_LOOK_MS)
  await expect(card.problem).toHaveText(/no list of versions/)
  for (const [mood, words] of [
    ['no-list', /no list of versions for this system/],
    ['failing', /refused with status 500/],
    ['garbage', /cannot be read/],
    ['page', /cannot be read/],
  ] as const) {
    await test.step(mood, async () => {
      feed.become(mood)
      await card.press('Check now')
      await expect(card.problem).toHaveText(words)
      await expect(card.standing).toHaveText('No newer version is known.')
    })
  }
  expect((await app.recorded()).dialogs).toEqual([])
  feed.become('found')
  await card.press('Check now')
  await expect(card.standing).toHaveText('Version 99.1.0 is there.')
  await expect(card.problem).toHaveCount(0)
})

test('a feed that is out of reach, or says nothing, is a quiet line', async ({ desk, updating: { feed, launch } }) => {
  feed.become('none')
  const { app, card } = await launch()
  await desk.pass(FIRST_LOOK_MS)
  await expect(card.standing).toHaveText('This is the newest version.')
  feed.become('hanging')
  await card.press('Check now')
  await expect(card.standing).toHaveText('Looking for a newer version…')
  await expect.poll(() => feed.asked.length).toBe(2)
  await desk.pass(21_000)
  await expect(card.problem).toHaveText(/did not answer in time/)
  await feed.stop()
  await card.press('Check now')
  await expect(card.problem).toHaveText(/cannot be reached/)
  expect((await app.recorded()).dialogs).toEqual([])
})

test('switched off, the feed is never asked; by hand it still can be', async ({ desk, updating: { feed, launch } }) => {
  const { app, card } = await launch()
  await card.automatic.click()
  await expect(card.standing).toHaveText('New versions are not looked for.')
  await app.quit()
  const askedBefore = feed.asked.length
  const again = await launch()
  await expect(again.card.standing).toHaveText('New versions are not looked for.')
  await desk.pass(FIRST_LOOK_MS)
  await desk.sleep(2 * DAY_MS)
  await desk.pass(FIRST_LOOK_MS)
  expect(feed.asked).toHaveLength(askedBefore)
  await again.card.press('Check now')
  await expect(again.card.standing).toHaveText('Version 99.1.0 is there.')
  expect(feed.asked).toHaveLength(askedBefore + 1)
})

test('an unencrypted feed elsewhere is refused, and an unpacked copy has none', async ({
  desk,
  updating: { launch },
}) => {
  const { app, card } = await launch({
    environment: { TIDEMARK_UPDATE_URL: 'http://updates.example.com/?token=t0ken' },
  })
  await expect(card.problem).toHaveText(/TIDEMARK_UPDATE_URL is not an https address/)
  await expect(card.button('Check now')).toHaveCount(0)
  expect(app.said()).not.toContain('t0ken')
  await app.quit()
  const plain = await desk.launch()
  const other = await openUpdatesCard(await plain.page())
  await expect(other.problem).toHaveText(/cannot update itself/)
  await expect(other.button('Downloads page')).toBeVisible()
})
