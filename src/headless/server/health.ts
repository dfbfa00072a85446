import type { Mode } from '../../shared/frames.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'

export interface Health {
  readonly status: number
  readonly body: object
}

/**
 * What `/health` answers: 200 while every required stream is live, else 503. Without any required stream there is
 * nothing to be blind to.
 */
export function health(
  program: { readonly mode: Mode; readonly version: string; readonly startedAt: Time },
  streams: readonly StreamRow[],
  now: Time,
): Health {
  const blind = streams.filter((row) => row.required && row.state !== 'live')
  return {
    status: blind.length === 0 ? 200 : 503,
    body: {
      status: blind.length === 0 ? 'ok' : 'stale',
      uptime_s: Math.floor((now - program.startedAt) / 1000),
      version: program.version,
      mode: program.mode,
      streams: streams.map((row) => ({
        name: row.stream,
        kind: row.kind,
        required: row.required,
        state: row.state,
        heard_age_ms: age(row.heardAt, now),
        verified_age_ms: age(row.verifiedAt, now),
        reconnects: row.reconnects,
      })),
    },
  }
}

function age(at: Time | null, now: Time): number | null {
  return at === null ? null : Math.max(0, now - at)
}
