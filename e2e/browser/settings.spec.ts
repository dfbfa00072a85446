import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf } from './pages/frame.ts'
import { settingsTab } from './pages/settings.ts'
import { test } from './support/test.ts'

test.use({ begin: 'empty' })

test('an account added in Settings takes the demo’s place, is there after a restart, and can be removed', async ({
  stage,
  page,
}) => {
  const frame = frameOf(page)
  const settings = settingsTab(page)
  const { label, apiKey, apiSecret } = stage.account('Main')
  await stage.open()
  await expect(frame.badges).toHaveText(['DEMO'])
  await frame.show('Settings')
  await settings.enter({ exchange: /bybit/i, label, key: apiKey, secret: apiSecret })
  await expect(settings.dialog).toContainText('Read-only')
  await settings.keep.click()
  await expect(settings.dialog).toHaveCount(0)
  await expect(frame.badges).toHaveText(['CUSTOM'])
  await frame.expectTrusted()
  await frame.show('Account')
  await accountTab(page).expectTruth(() => stage.world.truth(stage.account('Main')), 'USD')

  await stage.restart()
  await expect(frame.badges).toHaveText(['CUSTOM'])
  await frame.expectTrusted()
  await accountTab(page).expectTruth(() => stage.world.truth(stage.account('Main')), 'USD')
  await frame.show('Settings')
  await settings.remove(label)
  await expect(settings.account(label)).toHaveCount(0)
})

test('a key is refused in words: wrong, able to trade, able to withdraw', async ({ stage, page }) => {
  const settings = settingsTab(page)
  const { label, apiKey, apiSecret } = stage.account('Second')
  const entry = { exchange: /binance/i, label, key: apiKey, secret: apiSecret }
  await stage.open()
  await frameOf(page).show('Settings')
  await settings.enter({ ...entry, secret: `${apiSecret}x` })
  await expect(settings.dialog).toContainText('refused the signature')
  await page.keyboard.press('Escape')

  stage.world.control({ do: 'key-rights', apiKey, rights: 'withdraw' })
  await settings.enter(entry)
  await expect(settings.dialog).toContainText('A key that can move funds is not kept.')
  await expect(settings.keep).toBeDisabled()
  await page.keyboard.press('Escape')

  stage.world.control({ do: 'key-rights', apiKey, rights: 'trade' })
  await settings.enter(entry)
  await expect(settings.keep).toBeDisabled()
  await settings.dialog.getByLabel(/To keep it all the same/).fill('this key can trade')
  await settings.keep.click()
  await expect(settings.dialog).toHaveCount(0)
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Account')
  await expect(accountTab(page).problems).toContainText('A key here can trade')
})
