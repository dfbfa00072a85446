import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Received } from '../../../channels/test/loopback.ts'
import { startWebhookReceiver } from '../../../channels/test/webhook-receiver.ts'
import { tempFolder } from '../../../node/test/temp-folder.ts'
import { CROSSINGS, furnish, kept, PRICES } from './house.ts'
import { openHearing } from './hearing.ts'
import { liveShort, type Life } from './short-life.ts'

/** Processes at a time. */
const LANES = 3

interface Ended {
  readonly first: Life
  readonly received: readonly Received[]
  readonly folder: string
}

/** A life that dies at one step, and another on the same data that goes on. */
async function die(template: string, folder: string, killAt: number, cache: string): Promise<Ended> {
  cpSync(template, folder, { recursive: true })
  const receiver = await startWebhookReceiver('plain')
  const { address, received, complaints } = receiver
  const first = await liveShort({ folder, address, cache, prices: PRICES, killAt })
  const second = await openHearing({ folder, address })
  // The price stands where it stood when the program died.
  for (const price of PRICES.slice(Math.min(first.told, PRICES.length - 1))) await second.hear(price)
  await second.stop()
  await receiver.stop()
  expect(complaints).toEqual([])
  return { first, received, folder }
}

async function check({ first, received, folder }: Ended): Promise<'repeated' | 'once'> {
  const died = `died at step ${first.steps.length}, ${String(first.steps.at(-1))}`
  const { alerts, deliveries } = await kept(folder)
  expect(alerts.map(({ rule }) => rule).toSorted(), died).toEqual(CROSSINGS)
  expect(new Set(deliveries.map(({ state }) => state)), died).toEqual(new Set(['delivered']))
  const arrived = Map.groupBy(received, ({ headers }) => decodeURIComponent(headers['idempotency-key'] ?? ''))
  expect([...arrived.keys()].toSorted(), died).toEqual([...new Set(deliveries.map(({ key }) => key))].toSorted())
  for (const same of arrived.values()) expect(new Set(same.map(({ body }) => String(body))).size, died).toBe(1)
  const repeated = received.length - arrived.size
  expect(repeated, died).toBe(isAnswerLost(first) ? 1 : 0)
  return repeated > 0 ? 'repeated' : 'once'
}

/** The receiver had taken a message, and that it had was not on disk yet. */
function isAnswerLost({ end, steps }: Life): boolean {
  const [before, last] = steps.slice(-2)
  return end === 'killed' && (last === 'after send' || (last === 'before saveDeliveries' && before === 'after send'))
}

test(
  'killed before or after any write or send, every crossing is told, once, and repeated only where the answer was lost',
  { timeout: 120_000 },
  async () => {
    const folder = tempFolder()
    const cache = join(folder, 'cache')
    const template = join(folder, 'template')
    mkdirSync(template)
    await furnish(template)
    // The rules every program begins with are written at its first start; nobody waits for that to be killed.
    await (await openHearing({ folder: template, address: 'http://127.0.0.1:9/hook' })).stop()
    const next = { step: 0, through: false }
    const outcomes: string[] = []

    async function lane(): Promise<void> {
      while (!next.through) {
        const killAt = next.step
        next.step += 1
        const ended = await die(template, join(folder, `killed at ${killAt}`), killAt, cache)
        outcomes.push(await check(ended))
        if (ended.first.end === 'through') next.through = true
      }
    }

    await Promise.all(Array.from({ length: LANES }, lane))
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(6)
    expect(outcomes.length).toBeGreaterThan(26)
  },
)
