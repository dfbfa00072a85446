import { expect, it } from 'vitest'
import type { StreamRow } from '../../shared/health-rows.ts'
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
  expect(health(program, [stream(state, required)], 61_000)).toEqual({
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
