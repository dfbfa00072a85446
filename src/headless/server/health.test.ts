import { expect, it } from 'vitest'
import type { AccountRow } from '../../shared/account-rows.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import { accountId } from '../../shared/ids.ts'
import { health } from './health.ts'

const program = { mode: 'live', version: '1.0.0', startedAt: 1_000 } as const
const stream = (state: StreamRow['state'], required: boolean): StreamRow => ({
  stream: 'Main private',
  kind: 'private',
  account: null,
  venueName: 'An exchange',
  state,
  required,
  connectedAt: 1_000,
  heardAt: 60_500,
  verifiedAt: null,
  roundTripMs: 38,
  reconnects: 2,
  refusedFrames: 0,
  nextTryAt: null,
  problem: null,
})

it.each([
  ['live', true, 200, 'ok'],
  ['checking', true, 503, 'stale'],
  ['stale', true, 503, 'stale'],
  ['down', true, 503, 'stale'],
  ['down', false, 200, 'ok'],
] as const)('a stream that is %s and required %s answers %d', (state, required, status, word) => {
  expect(health(program, { accounts: [], streams: [stream(state, required)] }, 61_000)).toEqual({
    status,
    body: {
      status: word,
      uptime_s: 60,
      version: '1.0.0',
      mode: 'live',
      streams: [
        {
          name: 'Main private',
          kind: 'private',
          required,
          state,
          heard_age_ms: 500,
          verified_age_ms: null,
          reconnects: 2,
        },
      ],
    },
  })
})

it.each([
  ['starting', 'checking'],
  ['down', 'down'],
  ['refused', 'down'],
] as const)('an account that is %s and has no stream is one that cannot be seen', (state, shown) => {
  // Health reads no more of an account than this.
  const account = { account: accountId('a1'), label: 'Main', state } as AccountRow
  const { status, body } = health(program, { accounts: [account], streams: [] }, 61_000)
  expect(status).toBe(503)
  expect(body).toMatchObject({ streams: [{ name: 'Main private', required: true, state: shown, heard_age_ms: null }] })
})

it('an account is told of once its stream is open', () => {
  const account = { account: accountId('a1'), label: 'Main', state: 'live' } as AccountRow
  const streams = [{ ...stream('live', true), account: accountId('a1') }]
  expect(health(program, { accounts: [account], streams }, 61_000)).toMatchObject({
    status: 200,
    body: { streams: [{ name: 'Main private' }] },
  })
})
