import { expect, type Page } from '@playwright/test'
import type { Command } from '../support/exchange.ts'
import { accountTab } from './pages/account.ts'
import { expectDimmed } from './pages/figures.ts'
import { frameOf } from './pages/frame.ts'
import { systemTab } from './pages/system.ts'
import { test } from './support/test.ts'

interface Fault {
  readonly name: string
  readonly account: 'Main' | 'Second'
  /** What happens to the exchange. */
  readonly commands: readonly Command[]
  /** How long it takes to be noticed, and how long its remedy waits. */
  readonly noticedAfterMs?: number
  readonly restsMs?: number
  /** The sentence that the page says meanwhile; null where the System tab tells of a pause instead. */
  readonly says: RegExp | null
}

const bybit = { venue: 'bybit', stream: 'private' } as const
const binance = { venue: 'binance', stream: 'private' } as const
const cutBybit: Command = { do: 'drop', lines: bybit }
const cutBinance: Command = { do: 'drop', lines: binance }

function refuse(venue: string, trouble: Readonly<Record<string, unknown>>): Command {
  return { do: 'rest', venue, times: null, fault: { kind: 'refuse', trouble } }
}

/** Everything that can go wrong between us and an exchange while a user watches. */
const faults: readonly Fault[] = [
  {
    name: 'the exchange cannot be reached any more',
    account: 'Main',
    commands: [{ do: 'offline' }],
    says: /cannot be reached|closed the connection|refused the live connection/,
    restsMs: 30_000,
  },
  {
    name: 'the private stream falls silent, heartbeats and all',
    account: 'Main',
    commands: [{ do: 'silence', lines: bybit, heartbeats: 'unanswered', reach: 'also-new' }],
    noticedAfterMs: 60_000,
    says: /nothing was heard|did not answer/,
  },
  {
    name: 'after a cut the report is refused with 429',
    account: 'Main',
    commands: [refuse('bybit', { kind: 'status', status: 429 }), cutBybit],
    says: null,
    restsMs: 60_000,
  },
  {
    name: 'after a cut the address is banned with 418',
    account: 'Second',
    commands: [refuse('binance', { kind: 'status', status: 418 }), cutBinance],
    says: /has blocked this address/,
    restsMs: 240_000,
  },
  {
    name: 'after a cut the report is a web page with status 403',
    account: 'Main',
    commands: [refuse('bybit', { kind: 'html', status: 403 }), cutBybit],
    says: null,
    restsMs: 660_000,
  },
  {
    name: 'after a cut the report is refused with 503',
    account: 'Second',
    commands: [refuse('binance', { kind: 'status', status: 503 }), cutBinance],
    says: /under maintenance or overloaded/,
    restsMs: 30_000,
  },
]

for (const { name, account: label, commands, noticedAfterMs = 0, says, restsMs = 0 } of faults) {
  test(`${name}: figures are dimmed and dated, then true again`, async ({ stage, page }) => {
    const frame = frameOf(page)
    const tab = accountTab(page)
    const account = stage.account(label)
    const currency = label === 'Main' ? 'USD' : 'USDT'
    await stage.open()
    await frame.expectTrusted()
    await frame.choose(label)
    await tab.expectTruth(() => stage.world.truth(account), currency)
    const before = (await tab.card('Equity').textContent()) ?? ''

    stage.world.control(...commands)
    await stage.pass(noticedAfterMs)
    await frame.expectDoubted()
    await expect(tab.card('Equity')).toHaveText(before)
    await expectDimmed(tab.card('Equity'))
    await expect(tab.ageOf('Equity')).toHaveText(/\d+\s?(s|m)/)
    await expectExplained(page, says)

    const missed = { do: 'trade', account: account.id, symbol: 'BTCUSDT', side: 'buy', quantity: '0.05' }
    stage.world.control(missed, { do: 'heal' })
    await stage.pass(restsMs)
    await frame.expectTrusted()
    await tab.expectTruth(() => stage.world.truth(account), currency)
    await expect(tab.rows('Fills')).toHaveCount(stage.world.truth(account).counts.fills)
    await expect(tab.problems).toHaveCount(0)
  })
}

async function expectExplained(page: Page, says: RegExp | null): Promise<void> {
  if (says !== null) return expect(accountTab(page).problems.first()).toContainText(says)
  await frameOf(page).show('System')
  await expect(systemTab(page).resting.first()).toBeVisible()
  await frameOf(page).show('Account')
}

test('frames that come garbled, twice, late and in the wrong order leave nothing wrong behind', async ({
  stage,
  page,
}) => {
  const tab = accountTab(page)
  const main = stage.account('Main')
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).choose('Main')
  for (const kind of ['garble', 'duplicate', 'reorder', 'lose', 'delay']) {
    const spoil =
      kind === 'delay' ? { do: kind, lines: bybit, frames: 3, ms: 700 } : { do: kind, lines: bybit, frames: 3 }
    stage.world.control(
      spoil,
      { do: 'trade', account: main.id, symbol: 'SOLUSDT', side: 'buy', quantity: '1.1' },
      { do: 'trade', account: main.id, symbol: 'ETHUSDT', side: 'sell', quantity: '0.1' },
    )
  }
  stage.world.control({ do: 'heal' })
  await stage.pass(300_000)
  await frameOf(page).expectTrusted()
  await tab.expectTruth(() => stage.world.truth(main), 'USD')
  await expect(tab.rows('Fills')).toHaveCount(stage.world.truth(main).counts.fills)
})
