import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../shared/frames.ts'
import { mutated } from './test/mutated.ts'
import { ENTRIES, inputOf, openServed } from './test/served.ts'
import { validInput } from './test/valid-input.ts'

async function ask(text: string) {
  const served = openServed()
  served.hello()
  served.say(text)
  await served.clock.pass(100)
  return { ...served, last: served.answers().at(-1) }
}

describe.each(ENTRIES)('%s', (path, entry) => {
  const schema = inputOf(entry)
  const field = entry.kind === 'call' ? 'input' : 'params'
  const type = entry.kind === 'call' ? 'call' : 'open'
  const frame = (id: number, input: unknown): string => JSON.stringify({ type, id, path, [field]: input })
  const failure = { code: 'invalid' }
  const refusal = entry.kind === 'call' ? { type: 'done', result: { ok: false, failure } } : { type: 'lost', failure }
  const answer = entry.kind === 'call' ? { type: 'done' } : { type: 'frame' }

  it('hands on what its schema takes, as the schema reads it', async () => {
    const property = fc.asyncProperty(validInput(schema), fc.nat(), async (input, id) => {
      const { heard, last, isClosed } = await ask(frame(id, input))
      expect(heard).toEqual([{ path, input: schema.parse(JSON.parse(JSON.stringify(input))) }])
      expect([last, isClosed()]).toMatchObject([answer, false])
    })
    await fc.assert(property, { numRuns: 12 })
  })

  it('hands on nothing else: what is wrong is answered, and the link goes on', async () => {
    const property = fc.asyncProperty(mutated(validInput(schema)), fc.nat(), async (input, id) => {
      const text = frame(id, input)
      const { heard, last, isClosed } = await ask(text)
      const isLong = text.length > LIMITS.frameBytes
      const parsed = schema.safeParse((JSON.parse(text) as Record<string, unknown>)[field])
      expect(heard).toEqual(parsed.success && !isLong ? [{ path, input: parsed.data }] : [])
      expect(isClosed()).toBe(isLong)
      if (!parsed.success && !isLong) expect(last).toMatchObject({ ...refusal, id })
    })
    await fc.assert(property, { numRuns: 40 })
  })
})

it('pollutes no prototype on the way', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

const frames = fc.oneof(
  fc.record({ type: fc.constantFrom('hello', 'call', 'open', 'close', 'ack', 'frame', 'welcome'), id: fc.nat() }),
  mutated(fc.constant({ type: 'hello', protocol: 1 })),
  mutated(fc.constant({ type: 'ack', seq: 1 })),
  mutated(fc.constant({ type: 'close', id: 1 })),
  mutated(fc.constant({ type: 'call', id: 1, path: 'accounts.remove', input: { account: 'a' } })),
  mutated(fc.constant({ type: 'open', id: 1, path: 'accounts.list', params: null })),
  fc
    .constantFrom('accounts', 'accounts.', '.', '__proto__.toString', 'accounts.__proto__', 'accounts.list.x')
    .map((path) => ({ type: 'call', id: 1, path, input: null })),
  fc.jsonValue(),
)
const texts = fc.oneof(
  frames.map((frame) => JSON.stringify(frame)),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '{', 'null', '[]', '"hello"', '{"type":"hello"', '['.repeat(30_000), 'x'.repeat(70_000)),
)

it('never throws whatever it is told, and before a hello hands nothing on and says nothing of itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 6 }), async (said) => {
      const { say, heard, answers, isClosed, clock } = openServed('a token nobody knows')
      for (const text of said) say(text)
      await clock.pass(100)
      expect(heard).toEqual([])
      expect(answers().filter(({ type }) => type !== 'refused')).toEqual([])
      expect(isClosed()).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('answers or closes, whatever it is told after a hello, and hands on only what is whole', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { hello, say, heard, answers, isClosed, clock, log } = openServed()
      hello()
      say(text)
      await clock.pass(100)
      expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
      expect(heard.every(({ path }) => ENTRIES.some(([known]) => known === path))).toBe(true)
      const asks = isAsking(text) && !isClosed()
      if (asks) expect(answers().length).toBeGreaterThan(1)
    }),
    { numRuns: 400 },
  )
})

function isAsking(text: string): boolean {
  try {
    const frame = JSON.parse(text) as { type?: unknown } | null
    return frame?.type === 'call' || frame?.type === 'open'
  } catch {
    return false
  }
}

it('lets nobody in who guesses', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (guess) => {
      const { hello, isClosed, answers } = openServed('0123456789abcdef')
      hello({ token: guess })
      expect([isClosed(), answers()]).toEqual([true, [{ type: 'refused', why: 'token' }]])
    }),
  )
})
