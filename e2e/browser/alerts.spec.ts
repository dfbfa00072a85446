import { expect, type Page } from '@playwright/test'
import { alertsTab } from './pages/alerts.ts'
import { frameOf, type TabName } from './pages/frame.ts'
import { settingsTab } from './pages/settings.ts'
import type { Stage } from './support/stage.ts'
import { test } from './support/test.ts'

async function begin(stage: Stage, page: Page, tab: TabName = 'Alerts'): Promise<void> {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show(tab)
}

const move = (stage: Stage, price: string): void =>
  void stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: price, mark: price })

test('a rule made in plain words fires once, rings the bell and says what became of it', async ({ stage, page }) => {
  const alerts = alertsTab(page)
  const frame = frameOf(page)
  await begin(stage, page)
  await expect(page.getByText('Nothing has fired yet.')).toBeVisible()
  await alerts.makePriceRule({ symbol: 'BTCUSDT', price: '97,000.5' })
  await expect(alerts.rule(/When BTCUSDT \(\w+\) rises to 97,000\.5 or above/)).toContainText('watching')

  await frame.show('Account')
  move(stage, '97001')
  await expect(alerts.bell).toHaveAccessibleName(/^Alerts: 1 unread/)
  await expect(frame.tab('Alerts')).toContainText('1')
  move(stage, '97002')
  await alerts.bell.click()
  const alert = alerts.alert(/BTCUSDT \(\w+\) rose to 97,000\.5 or above\./)
  await expect(alert).toHaveCount(1)
  await expect(alert).toContainText('Warning')
  await expect(alert).toContainText('Now 97,001')
  await expect(alert.locator('.delivery')).toContainText(/This (browser|computer)/)
  await expect(alerts.bell).toHaveAccessibleName(/^Alerts: nothing new/)
  await expect(alerts.rule('97,000.5')).toContainText('last fired')

  await alert.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(alert).toContainText('acknowledged')
  await alert.getByRole('button', { name: 'Show BTCUSDT' }).click()
  await expect(frame.content).toHaveAccessibleName('Markets')
})

test('the form says what is missing beside the field, and previews before it saves', async ({ stage, page }) => {
  const { builder, preview, rule } = alertsTab(page)
  await begin(stage, page)
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await expect(preview).toHaveText('Fill in the rule to see how often it would have fired.')
  await builder.getByRole('button', { name: 'Save rule' }).click()
  await expect(builder.getByLabel('Price', { exact: true })).toHaveAccessibleDescription('This is not a number.')
  await expect(builder.getByLabel('Contract', { exact: true })).toHaveAccessibleDescription('Choose a contract first.')
  await builder.getByLabel('Tell me about').selectOption({ label: 'Margin ratio' })
  await builder.getByLabel('Percent', { exact: true }).fill('12.5')
  await expect(preview).toHaveText(/Would (not )?have fired|cannot be told/)
  await builder.getByRole('button', { name: 'Save rule' }).click()
  await expect(rule('When the margin ratio rises to 12.5 % or above')).toBeVisible()
})

test('a muted rule tells nobody, and a rule of the user can be edited, switched off and removed', async ({
  stage,
  page,
}) => {
  const alerts = alertsTab(page)
  await begin(stage, page)
  await alerts.makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  const rule = alerts.rule('97,000')
  await rule.getByRole('button', { name: 'Mute' }).click()
  await page.getByRole('menuitem', { name: 'For 8 hours' }).click()
  await expect(rule).toContainText('muted until')
  await expect(rule).toContainText('watching')
  move(stage, '97100')
  await expect(alerts.alert(/BTCUSDT \(\w+\) rose/)).toContainText('Kept here and sent to nobody.')

  await rule.getByRole('button', { name: 'Edit' }).click()
  await alerts.builder.getByLabel('Price', { exact: true }).fill('98,000')
  await alerts.builder.getByRole('button', { name: 'Save rule' }).click()
  const edited = alerts.rule(/When BTCUSDT \(\w+\) rises to 98,000 or above/)
  await edited.getByRole('switch').click()
  await expect(edited).toContainText('off')
  await edited.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(edited).toHaveCount(0)
})

test('everything is said in the language chosen', async ({ stage, page }) => {
  await begin(stage, page)
  await alertsTab(page).makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  await expect(alertsTab(page).rule('97,000')).toContainText('watching')
  move(stage, '97100')
  await expect(alertsTab(page).alert(/BTCUSDT \(\w+\) rose/)).toBeVisible()
  await frameOf(page).show('Settings')
  await settingsTab(page).language.selectOption('ru')
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('article')).toContainText(/BTCUSDT \(\w+\) поднялся до 97\s?000 или выше\./)
  await expect(page.getByRole('main')).not.toContainText(/Rules|Channels|Deliveries|watching|Quiet/)
  await page.keyboard.press('Control+5')
  await page.locator('select').filter({ hasText: 'Български' }).selectOption('bg')
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('article')).toContainText(/BTCUSDT \(\w+\) се повиши до 97\s?000 или повече\./)
  await expect(page.getByRole('main')).not.toContainText(/Правил пока|Каналы|Rules|Channels/)
})
