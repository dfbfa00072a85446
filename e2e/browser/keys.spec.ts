import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { expectDimmed } from './pages/figures.ts'
import { frameOf } from './pages/frame.ts'
import { settingsTab } from './pages/settings.ts'
import { test } from './support/test.ts'

for (const label of ['Main', 'Second'] as const) {
  test(`a key of ${label} that expires is said to have, its figures dated; renewed, they are true again`, async ({
    stage,
    page,
  }) => {
    const frame = frameOf(page)
    const tab = accountTab(page)
    const account = stage.account(label)
    const lines = { venue: account.venue, stream: 'private' }
    await stage.open()
    await frame.expectTrusted()
    await frame.choose(label)
    stage.world.control({ do: 'key-state', apiKey: account.apiKey, state: 'expired' }, { do: 'drop', lines })
    await expect(tab.problems).toContainText(/expired|refused the key/)
    await frame.expectDoubted()
    await expect(tab.card('Equity')).not.toHaveText('—')
    await expectDimmed(tab.card('Equity'))

    stage.world.control(
      { do: 'key-state', apiKey: account.apiKey, state: 'valid' },
      { do: 'trade', account: account.id, symbol: 'BTCUSDT', side: 'sell', quantity: '0.03' },
    )
    await frame.show('Settings')
    await settingsTab(page).check(label)
    await frame.expectTrusted()
    await frame.show('Account')
    await tab.expectTruth(() => stage.world.truth(account), label === 'Main' ? 'USD' : 'USDT')
  })
}

test('a key that gains rights is not used any more, and every screen of it says why', async ({ stage, page }) => {
  const frame = frameOf(page)
  const settings = settingsTab(page)
  const { apiKey } = stage.account('Main')
  await stage.open()
  await frame.expectTrusted()
  await frame.show('Settings')
  for (const [rights, words] of [
    ['trade', /can trade \(.+\), which you have not accepted/],
    ['withdraw', /can withdraw or move funds \(.+\)/],
  ] as const) {
    stage.world.control({ do: 'key-rights', apiKey, rights })
    await settings.check('Main')
    await expect(settings.account('Main')).toContainText(words)
    await frame.show('Account')
    await expect(accountTab(page).problems).toContainText(words)
    await frame.expectDoubted()
    await frame.show('Settings')
  }
  stage.world.control({ do: 'key-rights', apiKey, rights: 'read-only' })
  await settings.check('Main')
  await frame.expectTrusted()
  await expect(settings.account('Main')).toContainText('Read-only')
})
