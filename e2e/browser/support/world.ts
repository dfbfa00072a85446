import { randomBytes } from 'node:crypto'
import { createSimulatorServer } from '../../../src/headless/simulator/server.ts'
import { verifySignature } from '../../../src/headless/simulator/verify.ts'
import { decimal, type Decimal } from '../../../src/shared/decimal.ts'
import { createTranslate } from '../../../src/shared/translate.ts'
import type { AccountSpec } from '../../../src/simulator/accounts/account-spec.ts'
import type { Truth } from '../../../src/simulator/control/truth.ts'
import { createSimulator } from '../../../src/simulator/create-simulator.ts'
import { reachVariables } from '../../../src/simulator/reach-variables.ts'
import type { Command } from '../../support/exchange.ts'
import type { SteeredClocks } from './steered-clock.ts'

export type VenueName = AccountSpec['venue']

export interface WorldAccount {
  readonly id: string
  readonly venue: VenueName
  readonly label: string
  readonly apiKey: string
  readonly apiSecret: string
}

/** The exchanges of one test behind real sockets: prices that stand still until told, and two accounts. */
export interface World {
  readonly accounts: readonly WorldAccount[]
  /** The variables that lead to it. */
  readonly environment: Readonly<Record<string, string>>
  /** Carries out commands in order; throws when one is refused. */
  control(...commands: readonly Command[]): readonly unknown[]
  truth(account: WorldAccount): Truth
  stop(): Promise<void>
}

export async function openWorld(clocks: SteeredClocks): Promise<World> {
  const accounts = [worldAccount('bybit', 'Main'), worldAccount('binance', 'Second')]
  const options = { market: 'still', bot: 'off', accounts: accounts.map(specOf), verify: verifySignature } as const
  const simulator = createSimulator({ clock: clocks.world, seed: 7, options })
  const ids = accounts.map(({ id }) => id)
  const server = createSimulatorServer({ simulator, accounts: ids, translate: createTranslate('en') })
  const listening = await server.listen(0, '127.0.0.1')
  if (!listening.ok) throw new Error('the simulator cannot listen')

  function control(...commands: readonly Command[]): readonly unknown[] {
    return commands.map((command) => {
      const done = simulator.control(command)
      if (!done.ok) throw new Error(`${command.do}: ${JSON.stringify(done.failure.sentence)}`)
      return done.value
    })
  }

  control(...firstTrades)
  simulator.start()
  return {
    accounts,
    environment: reachVariables(`127.0.0.1:${listening.value}`),
    control,
    // The control surface answers `state` with the truth of the account.
    truth: ({ id }) => control({ do: 'state', account: id })[0] as Truth,
    stop: async () => {
      simulator.stop()
      await server.close()
    },
  }
}

function worldAccount(venue: VenueName, label: string): WorldAccount {
  const key = randomBytes(24).toString('hex')
  return { id: venue, venue, label, apiKey: `canarykey${key}`, apiSecret: `canarysecret${key}` }
}

function specOf({ id, venue, apiKey, apiSecret }: WorldAccount): AccountSpec {
  const deposits = [{ asset: 'USDT', amount: DEPOSITS[venue] }]
  const keys = [{ apiKey, secret: apiSecret }]
  return {
    id,
    venue,
    user: venue === 'bybit' ? 592_324 : 35_412_907,
    modes: {},
    deposits,
    past: 'none',
    bot: 'rests',
    keys,
  }
}

const DEPOSITS: Readonly<Record<VenueName, Decimal>> = { bybit: decimal('18335.11631043'), binance: decimal('9500') }

/** Enough of a life to fill every table. */
const firstTrades: readonly Command[] = [
  { do: 'price', symbol: 'BTCUSDT', last: '96400' },
  { do: 'price', symbol: 'ETHUSDT', last: '3300' },
  { do: 'price', symbol: 'SOLUSDT', last: '188' },
  { do: 'trade', account: 'bybit', symbol: 'BTCUSDT', side: 'buy', quantity: '0.1' },
  { do: 'trade', account: 'bybit', symbol: 'ETHUSDT', side: 'sell', quantity: '1.27' },
  { do: 'trade', account: 'binance', symbol: 'SOLUSDT', side: 'buy', quantity: '8' },
  { do: 'place', account: 'bybit', symbol: 'BTCUSDT', side: 'sell', quantity: '0.1', price: '104594' },
  {
    do: 'place',
    account: 'bybit',
    symbol: 'BTCUSDT',
    side: 'sell',
    quantity: '0.1',
    reduceOnly: true,
    trigger: { price: '86760', by: 'mark', when: 'falls' },
  },
  { do: 'place', account: 'binance', symbol: 'SOLUSDT', side: 'buy', quantity: '5', price: '160' },
]
