import { startProgram } from './program.ts'

export interface DemoKey {
  readonly venue: 'bybit' | 'binance'
  readonly apiKey: string
  readonly apiSecret: string
}

export interface TruePosition {
  readonly contract: string
  readonly quantity: string
  readonly entryPrice: string
  readonly unrealised: string
  readonly notional: string
}

/** What the exchange itself holds true of an account. */
export interface Truth {
  readonly wallets: Readonly<Record<string, string>>
  readonly assets: readonly {
    readonly asset: string
    readonly wallet: string
    readonly unrealised: string
    readonly price: string
  }[]
  readonly positions: readonly TruePosition[]
  readonly counts: { readonly fills: number }
}

export type Command = Readonly<Record<string, unknown>> & { readonly do: string }

/** The exchange simulator as a process of its own. */
export interface Exchange {
  /** The variables that point Tidemark at it. */
  readonly environment: Readonly<Record<string, string>>
  readonly port: number
  key(venue: DemoKey['venue']): DemoKey
  /** Carries out commands in order; throws when the simulator refuses one. */
  control(...commands: readonly Command[]): Promise<readonly unknown[]>
  truth(venue: DemoKey['venue']): Promise<Truth>
  stop(): Promise<void>
}

interface Greeting {
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
  readonly keys: readonly DemoKey[]
}

interface Outcome {
  readonly ok: boolean
  readonly value?: unknown
  readonly message?: string
}

/** Prices that stand still and nobody trading, so that every figure can be compared to the last digit. */
export async function startExchange(port = 0, ...more: readonly string[]): Promise<Exchange> {
  const args = ['--json', '--port', String(port), '--bot', 'off', '--market', 'still', ...more]
  const program = startProgram('simulator', args, { environment: {} })
  const [line] = await program.untilSaid(/^\{.*\}$/m)
  const greeting = JSON.parse(line) as Greeting
  const { environment, keys } = greeting

  async function control(...commands: readonly Command[]): Promise<readonly unknown[]> {
    const request = { method: 'POST', body: JSON.stringify(commands) }
    const outcomes = (await (await fetch(`http://127.0.0.1:${greeting.port}/control`, request)).json()) as Outcome[]
    const refused = outcomes.find(({ ok }) => !ok)
    if (refused !== undefined) throw new Error(refused.message)
    return outcomes.map(({ value }) => value)
  }

  return {
    environment,
    port: greeting.port,
    key: (venue) => keys.find((key) => key.venue === venue)!,
    control,
    truth: async (venue) => (await control({ do: 'state', account: `${venue}-demo` }))[0] as Truth,
    stop: async () => {
      program.signal('SIGTERM')
      await program.ended
    },
  }
}
