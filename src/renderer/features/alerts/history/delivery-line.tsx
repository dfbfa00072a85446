import type { DeliveryRow } from '../../../../shared/alert-rows.ts'
import { useAlertText } from '../../../format/use-reader.ts'
import { useFormats } from '../../../format/formats.ts'
import { useEngineNow } from '../../../parts/age.tsx'
import { usePage, useRow } from '../../../state/page.ts'
import { useAsk } from '../../../state/use-ask.ts'
import { useWords } from '../../../words/words.ts'
import { Wrong } from '../../../parts/wrong.tsx'
import { useChannelName } from '../channels/channel-name.ts'

const MARK: Readonly<Record<DeliveryRow['state'], string>> = {
  pending: '…',
  sending: '…',
  held: '⏸',
  delivered: '✓',
  failed: '!',
  undelivered: '✕',
  'given-up': '–',
  skipped: '–',
}

/** What became of one alert on one channel; one that has not arrived can be tried again at once, or given up. */
export function DeliveryLine({ row }: { readonly row: DeliveryRow }) {
  const text = useAlertText()
  const { wrong, ask, busy } = useAsk()
  const name = useNamed(row.channel, row.channelLabel)
  return (
    <li className={`delivery ${row.state}`}>
      <span className="delivery-mark" aria-hidden="true">
        {MARK[row.state]}
      </span>
      <div>
        <strong>{name}</strong> <State row={row} />
        {row.problem !== null && row.state !== 'delivered' && <p className="settings-problem">{text(row.problem)}</p>}
        <Wrong text={wrong} />
      </div>
      <Tools row={row} name={name} ask={ask} busy={busy} />
    </li>
  )
}

/** What the user calls a channel; one that is no more, as it was called. */
function useNamed(channel: string | null, label = ''): string {
  const { queries } = usePage()
  const row = useRow(queries.channels, channel ?? '')
  const nameOf = useChannelName()
  return row === undefined ? label || (channel ?? '') : nameOf(row)
}

const TOOLS = ['retry', 'giveUp'] as const

interface ToolsProps extends Pick<ReturnType<typeof useAsk>, 'ask' | 'busy'> {
  readonly row: DeliveryRow
  readonly name: string
}

function Tools({ row, name, ask, busy }: ToolsProps) {
  const say = useWords()
  const { client } = usePage()
  const one = { alert: row.alert, channel: row.channel }
  if (!hasFailed(row)) return null
  return (
    <div className="delivery-tools">
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          className="button"
          disabled={busy}
          aria-label={say(`delivery.${tool}.of`, { channel: name })}
          onClick={() => ask(() => client.alerts[tool](one))}
        >
          {say(`delivery.${tool}`)}
        </button>
      ))}
    </div>
  )
}

/** What another channel tells in its place is settled here. */
function hasFailed({ state, tries, takenOverBy }: DeliveryRow): boolean {
  if (takenOverBy !== null) return false
  return state === 'failed' || state === 'undelivered' || (state === 'pending' && tries > 0)
}

function State({ row }: { readonly row: DeliveryRow }) {
  const say = useWords()
  const { time } = useFormats()
  const { engineNow } = usePage()
  const when = (at: number | null): string => (at === null ? '' : time.when(at, engineNow()))
  const [before, taker] = [useNamed(row.insteadOf), useNamed(row.takenOverBy)]
  const extra = [
    ...(row.insteadOf === null ? [] : [say('delivery.insteadOf', { channel: before })]),
    ...(row.together > 1 ? [say('delivery.together', { others: row.together - 1 })] : []),
    ...(row.tries > 1 ? [say('delivery.tries', { tries: row.tries })] : []),
  ]
  return (
    <span className="delivery-state">
      {row.takenOverBy !== null && say('delivery.takenOver', { channel: taker })}
      {row.state === 'delivered' && say('delivery.delivered', { time: when(row.deliveredAt) })}
      {row.state === 'held' && say('delivery.held', { time: when(row.nextTryAt) })}
      {row.takenOverBy === null && row.state !== 'delivered' && row.state !== 'held' && say(`delivery.${row.state}`)}
      {(row.state === 'pending' || row.state === 'failed') && <NextTry at={row.nextTryAt} />}
      {extra.map((each) => (
        <span key={each} className="faint">
          {' · '}
          {each}
        </span>
      ))}
    </span>
  )
}

function NextTry({ at }: { readonly at: number | null }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  if (at === null || at <= now) return null
  return (
    <span className="faint">
      {' · '}
      {say('delivery.again', { age: time.age(at - now) })}
    </span>
  )
}
