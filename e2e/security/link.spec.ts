import { expect } from '@playwright/test'
import fc from 'fast-check'
import type { Call, Live } from '../../src/shared/contract.ts'
import { LIMITS, type DownFrame } from '../../src/shared/frames.ts'
import { mutated } from '../../src/engine/link/test/mutated.ts'
import { ENTRIES, inputOf } from '../../src/engine/link/test/served.ts'
import { validInput } from '../../src/engine/link/test/valid-input.ts'
import { test } from '../support/house.ts'
import { openLink, type LinkClient } from './support/link-client.ts'

const SEED = 20_261_121
/** What could have been changed by something that was not meant to change anything. */
const KEPT = ['accounts.list', 'settings.current', 'market.watchlist'] as const
/** Groups that only look: whatever is asked of them, nothing is changed and nobody outside is told. */
const ONLY_LOOK = /^(portfolio|health)\.|^market\.(search|candles|candle|prices)$/

interface Asked {
  readonly text: string
  readonly answers: (frame: DownFrame) => boolean
}

function ask(path: string, { kind }: Call | Live, id: number, input: unknown): Asked {
  const field = kind === 'call' ? { type: 'call', input } : { type: 'open', params: input }
  return {
    text: JSON.stringify({ id, path, ...field }),
    answers: (frame) =>
      ((frame.type === 'done' || frame.type === 'lost') && frame.id === id) ||
      (frame.type === 'frame' && frame.parts.some((part) => part.id === id)),
  }
}

const codeOf = (frame: DownFrame | null): string | null =>
  frame?.type === 'lost'
    ? frame.failure.code
    : frame?.type === 'done' && !frame.result.ok
      ? frame.result.failure.code
      : null

/** A connection may be lost and found meanwhile, which is nobody's doing. */
const leaveOutState = (name: string, value: unknown): unknown => (/^(state|problem)$/.test(name) ? undefined : value)

async function stateOf(link: LinkClient): Promise<readonly unknown[]> {
  const rows = []
  for (const path of KEPT) rows.push(JSON.stringify(await link.rows(path), leaveOutState))
  return rows
}

test('nothing wrong that is sent over the link changes anything, and each of it is answered', async ({ house }) => {
  test.slow()
  const { port, token, program } = await house.serve('--demo')
  const link = await openLink(port, token)
  await expect.poll(() => settled(link)).toBe(true)
  const before = await stateOf(link)
  let id = 0
  for (const [path, entry] of ENTRIES) {
    for (const input of fc.sample(mutated(validInput(inputOf(entry))), { seed: SEED, numRuns: 40 })) {
      const { text, answers } = ask(path, entry, (id += 1), input)
      const sent = (JSON.parse(text) as { input?: unknown; params?: unknown })[
        entry.kind === 'call' ? 'input' : 'params'
      ]
      if (inputOf(entry).safeParse(sent).success) continue
      const frame = await link.say(text, answers)
      expect(codeOf(frame), text.slice(0, 300)).toBe(text.length > LIMITS.frameBytes ? null : 'invalid')
    }
  }
  expect(await stateOf(link)).toEqual(before)
  expect(program.said()).not.toMatch(/uncaught|unhandled|failed inside/i)
  link.close()
})

test('whatever is asked of what only looks, it is never lost for an answer', async ({ house }) => {
  test.slow()
  const { port, token, program } = await house.serve('--demo')
  const link = await openLink(port, token)
  let id = 0
  for (const [path, entry] of ENTRIES.filter(([each]) => ONLY_LOOK.test(each))) {
    for (const input of fc.sample(validInput(inputOf(entry)), { seed: SEED, numRuns: 8 })) {
      const { text, answers } = ask(path, entry, (id += 1), input)
      const frame = await link.say(text, answers)
      expect(frame, text).not.toBeNull()
      expect(codeOf(frame), text).not.toBe('internal')
      if (entry.kind === 'live') link.tell(JSON.stringify({ type: 'close', id }))
    }
  }
  expect(program.said()).not.toMatch(/uncaught|unhandled|failed inside/i)
  link.close()
})

/** The demo's accounts are all there and their facts no longer change by themselves. */
async function settled(link: LinkClient): Promise<boolean> {
  const rows = (await link.rows('accounts.list')) as Readonly<Record<string, { readonly state?: string }>>
  const states = Object.values(rows).map(({ state }) => state)
  return states.length > 0 && states.every((state) => state === 'live')
}
