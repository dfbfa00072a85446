import { expect } from '@playwright/test'
import { openFeed, type Feed, type Message } from './feed.ts'
import type { Place } from './leaks.ts'
import { placeOf } from './leaks.ts'
import type { Ended, Program } from './program.ts'

export interface Health {
  readonly status: string
  readonly mode: string
  readonly uptime_s: number
  readonly version: string
  readonly streams: readonly { readonly name: string; readonly required: boolean; readonly state: string }[]
}

interface Greeting extends Message {
  readonly status: { readonly accounts: readonly { readonly state: string }[] }
}

/** A running `serve`, reached the way its user reaches it. */
export interface Served {
  readonly program: Program
  readonly port: number
  readonly token: string
  /** `http://127.0.0.1:port` */
  readonly base: string
  readonly feedAddress: string
  health(): Promise<{ readonly status: number; readonly body: Health }>
  /** Resolves once every required stream is fresh. */
  untilFresh(): Promise<void>
  feed(): Promise<Feed>
  /** How the accounts stand, in the order of the feed's greeting. */
  accountStates(): Promise<readonly string[]>
  /** Asks it to stop and waits until it has. */
  stop(): Promise<Ended>
  /** Everything it has told the test over the network. */
  told(): readonly Place[]
}

/** Follows a starting `serve` until it prints its address. */
export async function served(program: Program): Promise<Served> {
  const [, port = '', token = ''] = await program.untilSaid(/http:\/\/127\.0\.0\.1:(\d+)\/#token=([0-9a-f]{48})/)
  const base = `http://127.0.0.1:${port}`
  const feedAddress = `ws://127.0.0.1:${port}/ws`
  const feeds: Feed[] = []
  const answers: string[] = []

  async function health(): Promise<{ readonly status: number; readonly body: Health }> {
    const answer = await fetch(`${base}/health`)
    const text = await answer.text()
    answers.push(text)
    return { status: answer.status, body: JSON.parse(text) as Health }
  }

  async function untilFresh(): Promise<void> {
    await expect.poll(async () => (await health()).status, { timeout: 30_000 }).toBe(200)
  }

  async function feed(): Promise<Feed> {
    const opened = await openFeed(`${feedAddress}?token=${token}`)
    feeds.push(opened)
    return opened
  }

  async function accountStates(): Promise<readonly string[]> {
    const greeted = await feed()
    const { status } = (await greeted.until('greeting', ({ type }) => type === 'initial_status')) as Greeting
    greeted.close()
    return status.accounts.map(({ state }) => state)
  }

  async function stop(): Promise<Ended> {
    program.signal('SIGTERM')
    return program.ended
  }

  return {
    program,
    port: Number(port),
    token,
    base,
    feedAddress,
    health,
    untilFresh,
    feed,
    accountStates,
    stop,
    told: () => [
      ...answers.map((text, at) => placeOf(`/health answer ${at}`, text)),
      ...feeds.map((each, at) => placeOf(`feed ${at}`, each.frames.join('\n'))),
    ],
  }
}
