import { contract, type Call, type Contract, type Live } from '../../../shared/contract.ts'
import type { Handlers } from '../../../shared/client.ts'
import type { AppContract } from '../../../shared/contract.ts'
import type { DownFrame } from '../../../shared/frames.ts'
import { ok } from '../../../shared/result.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFixedRandom } from '../../test/fake-random.ts'
import { createLinkPair } from '../../test/link-pair.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { serve } from '../serve.ts'

export interface Heard {
  readonly path: string
  readonly input: unknown
}

/** Every entry of the contract, by path. */
export const ENTRIES = Object.entries(contract as Contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, entry]): readonly [path: string, entry: Call | Live] => [
    `${group}.${name}`,
    entry,
  ]),
)

export const inputOf = (entry: Call | Live) => (entry.kind === 'call' ? entry.input : entry.params)

/** The engine's end of a link over the whole contract, with handlers that only write down what reaches them. */
export function openServed(token: string | null = null) {
  const clock = createManualClock(0)
  const tables = createTables()
  const log = createFakeLog()
  const heard: Heard[] = []
  const closed = { value: false }
  const pair = createLinkPair()
  const random = createFixedRandom(0.5)
  const handlers = recording(heard, tables)
  serve(pair.engine, {
    contract,
    handlers,
    tables,
    clock,
    random,
    log,
    build: 'test',
    mode: 'demo',
    token,
    frameMs: 24,
  })
  pair.page.onClose(() => void (closed.value = true))
  return {
    clock,
    heard,
    log,
    say: (text: string) => pair.page.send(text),
    hello: (more: object = {}) => pair.page.send(JSON.stringify({ type: 'hello', protocol: 1, ...more })),
    isClosed: () => closed.value,
    answers: () => pair.down.map((text) => JSON.parse(text) as DownFrame),
  }
}

function recording(heard: Heard[], tables: ReturnType<typeof createTables>): Handlers<AppContract> {
  const empty = tables.table<object>()
  const groups = Object.entries(contract as Contract).map(([group, members]) => {
    const made = Object.entries(members).map(([name, entry]) => {
      const handle = (input: unknown) => {
        heard.push({ path: `${group}.${name}`, input })
        return entry.kind === 'call' ? ok(null) : ok(empty)
      }
      return [name, handle]
    })
    return [group, Object.fromEntries(made)]
  })
  // Named after the contract's own entries, so every one of them is there.
  return Object.fromEntries(groups) as Handlers<AppContract>
}
