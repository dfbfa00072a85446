import { expect } from '@playwright/test'
import { SIGNING_SECRET } from '../../src/channels/test/decoded.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../../src/channels/test/webhook-receiver.ts'
import { alertsTab } from './pages/alerts.ts'
import { frameOf } from './pages/frame.ts'
import { test as base } from './support/test.ts'

/** A receiver of the user's own on this computer. */
const test = base.extend<{ readonly receiver: WebhookReceiver }>({
  // Playwright reads the fixtures a fixture needs from its first argument, also when it needs none.
  receiver: async ({}, use) => {
    const receiver = await startWebhookReceiver('plain')
    await use(receiver)
    await receiver.stop()
  },
})

test.beforeEach(async ({ stage, page, receiver }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Alerts')
  await page.getByRole('button', { name: 'Add a channel' }).click()
  const form = alertsTab(page).channelForm
  await form.getByLabel('Where to').selectOption({ label: 'Webhook' })
  await form.getByLabel('Name').fill('Desk')
  await form.getByLabel('Address').fill(receiver.address)
  await form.getByLabel('Signing secret').fill(SIGNING_SECRET)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
})

test('a channel says whether its test arrived, or exactly why it did not', async ({ page, receiver }) => {
  const alerts = alertsTab(page)
  await expect(alerts.channel('Desk')).toContainText('not tried yet')
  await alerts.test('Desk')
  await expect(alerts.said('Desk')).toHaveText('Arrived.')
  await expect(alerts.channel('Desk')).toContainText('working')
  expect(receiver.shown).toHaveLength(1)
  expect(receiver.complaints).toEqual([])

  receiver.behave(() => ({ status: 403, body: 'not today' }))
  await alerts.test('Desk')
  await expect(alerts.said('Desk')).toContainText('does not let this address post')
  await expect(alerts.channel('Desk')).toContainText('failing')
})

test('an alert says what became of it on each channel, and can be sent again', async ({ stage, page, receiver }) => {
  const alerts = alertsTab(page)
  receiver.behave(() => ({ status: 404, body: '' }))
  await alerts.makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  await expect(alerts.rule('97,000')).toContainText('watching')
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '97100', mark: '97100' })
  const delivery = alerts
    .alert(/BTCUSDT \(\w+\) rose/)
    .locator('.delivery')
    .filter({ hasText: 'Desk' })
  await expect(delivery).toContainText('failed')
  await expect(delivery).toContainText('next try in')
  await expect(delivery).toContainText('does not know this address')
  receiver.behave(() => 'proper')
  await delivery.getByRole('button', { name: 'Try Desk again' }).click()
  await expect(delivery).toContainText(/delivered \d/)
  expect(receiver.shown.at(-1)?.pieces.join(' ')).toMatch(/⚠️ Warning · BTCUSDT \(\w+\) rose to 97,000 or above\./)
})

test('secrets go in and do not come back', async ({ stage, page, receiver }) => {
  const alerts = alertsTab(page)
  await stage.restart()
  await frameOf(page).show('Alerts')
  await alerts.channel('Desk').getByRole('button', { name: 'Edit Desk' }).click()
  await expect(alerts.channelForm.getByLabel('Address')).toHaveValue('')
  await expect(alerts.channelForm.getByLabel('Address')).toHaveAccessibleDescription(/Kept in the vault/)
  await alerts.channelForm.getByLabel('Name').fill('Office')
  await alerts.channelForm.getByRole('button', { name: 'Save' }).click()
  expect(await page.content()).not.toContain(new URL(receiver.address).pathname)
  await alerts.test('Office')
  await expect(alerts.said('Office')).toHaveText('Arrived.')
  await alerts.channel('Office').getByRole('button', { name: 'Remove Office' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(alerts.channel('Office')).toHaveCount(0)
})
