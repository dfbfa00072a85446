import { Popover } from 'radix-ui'
import { useStore } from 'zustand'
import type { AccountRow } from '../../../shared/account-rows.ts'
import type { StreamRow } from '../../../shared/health-rows.ts'
import type { Freshness } from '../../../shared/fields.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

const ORDER: readonly Freshness[] = ['live', 'checking', 'stale', 'down']

/** The worst of the streams that count; the list of all of them opens from it. */
export function ConnectionPill() {
  const say = useWords()
  const { queries, connection } = usePage()
  const engine = useStore(connection, (store) => store.connection.state)
  const streams = [...useRows(queries.streams).values()]
  const accounts = [...useRows(queries.accounts).values()]
  const state = engine === 'connected' ? worst(streams, accounts) : 'down'
  return (
    <Popover.Root>
      <Popover.Trigger className={`pill ${state}`} aria-label={`${say('streams.title')}: ${say(`fresh.${state}`)}`}>
        <span className="dot" />
        {say(`fresh.${state}`)}
        <Detail state={state} streams={streams} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="floating streams" align="end" sideOffset={8} aria-label={say('streams.title')}>
          <h2>{say('streams.title')}</h2>
          <ul>
            {streams.map((row) => (
              <Stream key={row.stream} row={row} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** An account that was refused has no stream any more, and is not seen all the same. */
export function worst(streams: readonly StreamRow[], accounts: readonly AccountRow[]): Freshness {
  const states = [...streams.filter((row) => row.required).map(({ state }) => state), ...accounts.map(freshnessOf)]
  return states.reduce<Freshness>(
    (found, state) => (ORDER.indexOf(state) > ORDER.indexOf(found) ? state : found),
    'live',
  )
}

function freshnessOf({ state }: AccountRow): Freshness {
  return state === 'starting' ? 'checking' : state === 'refused' ? 'down' : state
}

/** Live: the slowest answer. Otherwise: for how long nothing was heard. */
function Detail({ state, streams }: { readonly state: Freshness; readonly streams: readonly StreamRow[] }) {
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  if (state === 'live') {
    const trips = streams.flatMap((row) => row.roundTripMs ?? [])
    return trips.length === 0 ? null : <span className="number">· {Math.max(...trips)} ms</span>
  }
  const heard = streams.filter((row) => row.state === state).flatMap((row) => row.heardAt ?? [])
  return heard.length === 0 ? null : <span className="number">{time.age(now - Math.min(...heard))}</span>
}

function Stream({ row }: { readonly row: StreamRow }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  const heard = row.heardAt === null ? say('streams.never') : say('streams.heard', { age: time.age(now - row.heardAt) })
  return (
    <li>
      <span className={`dot tone ${row.state}`} />
      <div>
        <strong>{row.stream}</strong> <span className={`tone ${row.state}`}>{say(`fresh.${row.state}`)}</span>
        <div className="faint">
          {heard}
          {row.verifiedAt !== null && ` · ${say('streams.verified', { age: time.age(now - row.verifiedAt) })}`}
          {` · ${say('streams.reconnects', { count: row.reconnects })}`}
        </div>
        {row.problem !== null && <div className="warn">{say.sentence(row.problem)}</div>}
      </div>
    </li>
  )
}
