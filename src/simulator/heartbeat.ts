import type { Stop } from '../shared/link.ts'
import { createBot } from './bot.ts'
import type { Desks } from './control/desks.ts'
import type { SimulatorOptions } from './create-simulator.ts'
import type { World } from './face.ts'
import { fundingMoments } from './funding-clock.ts'
import { DAY } from './market/walk.ts'

const BEAT = 1000

/** What happens by itself: orders meet prices, funding falls due, the bot trades. Once a second. */
export interface Heartbeat {
  start(): void
  stop(): void
  setBot(turn: 'on' | 'off'): void
}

export function createHeartbeat(world: World, desks: Omit<Desks, 'setBot'>, options: SimulatorOptions): Heartbeat {
  const busy = options.accounts.filter((spec) => spec.bot === 'trades').map((spec) => spec.id)
  const accounts = world.ledger.accounts().filter((account) => busy.includes(account.id))
  const bot = createBot(world.ledger, world.market, accounts, world.chance.fork('bot'))
  let turn = options.bot
  let funded = world.now()
  let stop: Stop | null = null

  const fund = (now: number): void => {
    // A leap of more than a day is a new beginning, not a day's funding; a step back pays nothing twice.
    if (Math.abs(now - funded) > DAY) funded = now
    for (const { at, contracts } of fundingMoments(world.market.contracts, funded, now)) {
      desks.ledger.payFunding(contracts, at)
    }
    funded = Math.max(funded, now)
  }
  const beat = (): void => {
    const now = world.now()
    fund(now)
    world.ledger.meetPrices(now)
    if (turn === 'on') bot.act(now)
    stop = world.clock.after(BEAT, beat)
  }
  return {
    start: () => {
      funded = Math.max(funded, world.now())
      stop ??= world.clock.after(BEAT, beat)
    },
    stop: () => {
      stop?.()
      stop = null
    },
    setBot: (next) => {
      turn = next
    },
  }
}
