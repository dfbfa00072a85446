import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { isZero } from '../../shared/decimal.ts'
import { demoAccounts } from '../accounts/demo-accounts.ts'
import { createBot } from '../bot.ts'
import { createWorld } from '../create-world.ts'
import { createHeartbeat } from '../heartbeat.ts'
import { fundingMoments } from '../funding-clock.ts'
import { measure } from '../ledger/figures.ts'
import type { Account } from '../ledger/account.ts'
import { NOW } from './scene.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const log = { ...silent, with: () => log }
const options = {
  market: 'walking',
  bot: 'on',
  syntheticContracts: 0,
  accounts: demoAccounts,
  verify: null,
  binance: {},
} as const

function held(accounts: readonly Account[]): number {
  return accounts.flatMap((account) => [...account.state().positions.values()]).filter((each) => !isZero(each.quantity))
    .length
}

/** Ninety days in strides of an hour: prices, funding, and one turn of the bot each. */
function liveOn() {
  const { world } = createWorld({ clock: createManualClock(NOW), seed: 7, log, options })
  const { ledger, market } = world
  const accounts = ledger.accounts()
  const bot = createBot(ledger, market, accounts, world.chance.fork('bot'))
  const counts: number[] = []
  const equities: number[] = []
  const reasons = new Map<string, number>()
  ledger.onChange(({ reason }) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1))
  for (let at = Math.ceil(NOW / HOUR) * HOUR; at < NOW + 90 * DAY; at += HOUR) {
    for (const due of fundingMoments(market.contracts, at - HOUR, at)) ledger.payFunding(due.contracts, due.at)
    ledger.meetPrices(at)
    bot.act(at)
    counts.push(held(accounts))
    if (at % DAY < HOUR)
      for (const account of accounts) equities.push(Number(measure(account, market, at).sums.usd.equity))
  }
  return { counts, equities, reasons, accounts }
}

describe('three months of the demo', () => {
  it('stay solvent and busy, with four to nine positions and no liquidation', () => {
    const { counts, equities, reasons, accounts } = liveOn()
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...counts)).toBeLessThanOrEqual(9)
    expect(reasons.get('liquidation')).toBeUndefined()
    expect(reasons.get('fill')).toBeGreaterThan(3000)
    expect(Math.min(...equities)).toBeGreaterThan(2500)
    expect(Math.max(...equities)).toBeLessThan(100_000)
    for (const account of accounts) expect(account.state().orders.size).toBeLessThan(25)
  })
})

it('fills come every 20 to 60 seconds, on one contract and another', async () => {
  const clock = createManualClock(NOW)
  const { world, desks } = createWorld({ clock, seed: 7, log, options })
  const heartbeat = createHeartbeat(world, desks, options)
  const fills = new Map<string, { readonly at: number; readonly contract: string }[]>()
  world.ledger.onChange(({ account, reason, at, contract }) => {
    if (reason === 'fill') fills.set(account.id, [...(fills.get(account.id) ?? []), { at, contract: contract ?? '' }])
  })
  heartbeat.start()
  await clock.pass(1_200_000)
  heartbeat.stop()
  expect(fills.size).toBe(2)
  for (const made of fills.values()) {
    const gaps = made.slice(1).map(({ at }, index) => at - made[index]!.at)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(61_000)
    expect(new Set(made.map(({ contract }) => contract)).size).toBeGreaterThanOrEqual(4)
  }
})
