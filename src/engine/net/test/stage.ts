import type { BudgetRow } from '../../../shared/health-rows.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import type { Signer } from '../../ports/vault.ts'
import { createFakeHttp, json } from '../../test/fake-http.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFakeMachine } from '../../test/fake-machine.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createFakeVenue, type FakeVenueOptions } from '../../test/fake-venue.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createTables } from '../../tables.ts'
import { createNet } from '../net.ts'

export const START = 1_795_257_600_000

/** REST traffic among fakes. The exchange's clock is ahead of ours by `ahead`. */
export function createNetStage(options: FakeVenueOptions = {}, ahead = 0) {
  const clock = createManualClock(START)
  const http = createFakeHttp(() => clock.monotonic())
  const log = createFakeLog()
  const machine = createFakeMachine()
  const table = createTables().table<BudgetRow>()
  const far: { answer: (path: string) => HttpAnswer | Promise<HttpAnswer> } = { answer: () => json('fine') }
  http.answer((request) => {
    const path = new URL(request.url).pathname
    return path === '/time' ? json({ now: START + clock.monotonic() + ahead }) : far.answer(path)
  })
  const venue = createFakeVenue(options)
  const ports = { clock, http, log, machine, random: createSeededRandom(1) }
  const net = createNet(ports, venue, venue.hosts('mainnet', {}), table)
  const paths = (): readonly string[] => http.requests.map(({ request }) => new URL(request.url).pathname)
  return { clock, http, log, machine, table, far, net, paths }
}

export const signer: Signer = { apiKey: 'key', kind: 'hmac', sign: () => 'signature' }

export function status(code: number, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'answer', status: code, headers, body: '"no"' }
}
