import { expect } from '@playwright/test'
import { startLoopback, type Loopback } from '../../src/channels/test/loopback.ts'
import { frameOf } from './pages/frame.ts'
import { test as base } from './support/test.ts'

/** A service on this computer that misses the heartbeat when it stops. */
const test = base.extend<{ readonly watcher: Loopback }>({
  watcher: async ({}, use) => {
    const watcher = await startLoopback(() => ({ status: 200, body: 'OK' }))
    await use(watcher)
    await watcher.stop()
  },
})

test('a heartbeat is set up, proved and kept secret', async ({ stage, page, watcher }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Alerts')
  const card = page.getByRole('region', { name: 'Heartbeat' })
  await card.getByRole('checkbox', { name: 'Send a heartbeat' }).check()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByLabel('Address')).toHaveAccessibleDescription(/needs an address/)
  await card.getByLabel('Address').fill(`${watcher.url}/secret-beat`)
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card).toContainText('Saved.')
  await expect(card.getByLabel('Address')).toHaveValue('')
  await expect(card.getByLabel('Address')).toHaveAccessibleDescription(/Kept in the vault \(127\.0\.0\.1/)
  await card.getByRole('button', { name: 'Send one now' }).click()
  await expect(card).toContainText('Arrived.')
  expect(watcher.received.map(({ path }) => path)).toContain('/secret-beat')
  watcher.behave(() => ({ status: 404, body: 'no such check' }))
  await card.getByRole('button', { name: 'Send one now' }).click()
  await expect(card).toContainText('did not take the heartbeat')
  expect(await page.content()).not.toContain('secret-beat')
})
