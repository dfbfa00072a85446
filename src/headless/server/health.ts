import type { AccountRow } from '../../shared/account-rows.ts'
import type { Mode } from '../../shared/frames.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'

export interface Health {
  readonly status: number
  readonly body: object
}

export interface Watched {
  readonly accounts: readonly AccountRow[]
  readonly streams: readonly StreamRow[]
}

type Entry = Pick<StreamRow, 'stream' | 'kind' | 'required' | 'state' | 'heardAt' | 'verifiedAt' | 'reconnects'>

/**
 * What `/health` answers: 200 while every required stream is live, else 503. An account whose stream could not be
 * opened yet, or never will be, is as blind as one whose stream fell silent. Without accounts and streams there is
 * nothing to be blind to.
 */
export function health(
  program: { readonly mode: Mode; readonly version: string; readonly startedAt: Time },
  { accounts, streams }: Watched,
  now: Time,
): Health {
  const entries: readonly Entry[] = [...streams, ...unopened(accounts, streams)]
  const blind = entries.filter((row) => row.required && row.state !== 'live')
  return {
    status: blind.length === 0 ? 200 : 503,
    body: {
      status: blind.length === 0 ? 'ok' : 'stale',
      uptime_s: Math.floor((now - program.startedAt) / 1000),
      version: program.version,
      mode: program.mode,
      streams: entries.map((row) => ({
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

function unopened(accounts: readonly AccountRow[], streams: readonly StreamRow[]): readonly Entry[] {
  const opened = new Set(streams.map(({ account }) => account))
  return accounts
    .filter(({ account }) => !opened.has(account))
    .map(({ label, state }) => ({
      stream: `${label} private`,
      kind: 'private',
      required: true,
      state: state === 'starting' ? 'checking' : 'down',
      heardAt: null,
      verifiedAt: null,
      reconnects: 0,
    }))
}

function age(at: Time | null, now: Time): number | null {
  return at === null ? null : Math.max(0, now - at)
}
