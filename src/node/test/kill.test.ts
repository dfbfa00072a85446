import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestStore } from './open-test-store.ts'
import { START, main } from './rows.ts'
import { tempFolder } from './temp-folder.ts'

const CHILD = join(import.meta.dirname, 'acknowledging-child.ts')
const KILLS = 8

interface Acknowledged {
  readonly flushed: number
  readonly saved: number
}

/** Lets the child write until it has acknowledged something and a random moment more, then kills it outright. */
async function writeUntilKilled(file: string): Promise<Acknowledged> {
  const child = spawn(process.execPath, [CHILD, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const heard = { text: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.text += text))
  await once(child.stdout, 'data')
  setTimeout(() => child.kill('SIGKILL'), Math.random() * 120)
  await once(child, 'close')
  const last = (word: string) =>
    Number(heard.text.match(new RegExp(`${word} (\\d+)\\n(?!.*${word} \\d+\\n)`, 's'))?.[1] ?? 0)
  return { flushed: last('flushed'), saved: last('saved') }
}

test(`whatever was acknowledged is there after each of ${KILLS} kills`, { timeout: 60_000 }, async () => {
  const file = join(tempFolder(), 'tidemark.db')
  const reached = { flushed: 0 }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const acknowledged = await writeUntilKilled(file)
    // A round that was flushed and not yet noted as such is written once more.
    expect(acknowledged.flushed).toBeGreaterThanOrEqual(Math.max(1, reached.flushed))
    reached.flushed = acknowledged.flushed
    await expectKept(file, acknowledged)
  }
})

async function expectKept(file: string, { flushed, saved }: Acknowledged): Promise<void> {
  const { store } = openTestStore(file)
  const end = START + flushed * 1000
  const query = { account: main, instrument: null, before: end + 1, count: flushed + 1 }
  const rounds = Array.from({ length: flushed }, (_, index) => flushed - index)
  expect(store.fills(query).map((row) => row.fill)).toEqual(rounds.map((round) => `fill-${round}`))
  expect(store.flows(query).map((row) => row.flow)).toEqual(rounds.map((round) => `flow-${round}`))
  expect(store.equityAt(main, end)?.equity).toBe(String(flushed))
  expect(Number(store.setting('round') ?? 0)).toBeGreaterThanOrEqual(saved)
  const [proven, ...others] = store.coverage({ account: main, list: 'fills' })
  expect([proven?.from, others]).toEqual([START, []])
  expect(proven?.to).toBeGreaterThanOrEqual(end)
  await store.close()
}
