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
  skipped: '–',
}

/** What became of one alert on one channel; a delivery that failed can be tried again at once. */
export function DeliveryLine({ row }: { readonly row: DeliveryRow }) {
  const say = useWords()
  const text = useAlertText()
  const { client, queries } = usePage()
  const { wrong, ask, busy } = useAsk()
  const nameOf = useChannelName()
  const channel = useRow(queries.channels, row.channel)
  const name = channel === undefined ? row.channelLabel || row.channel : nameOf(channel)
  const retry = (): void => ask(() => client.alerts.retry({ alert: row.alert, channel: row.channel }))
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
      {canRetry(row) && (
        <button
          type="button"
          className="button"
          disabled={busy}
          aria-label={say('delivery.retry.of', { channel: name })}
          onClick={retry}
        >
          {say('delivery.retry')}
        </button>
      )}
    </li>
  )
}

function canRetry({ state, tries }: DeliveryRow): boolean {
  return state === 'failed' || state === 'undelivered' || (state === 'pending' && tries > 0)
}

function State({ row }: { readonly row: DeliveryRow }) {
  const say = useWords()
  const { time } = useFormats()
  const { engineNow } = usePage()
  const when = (at: number | null): string => (at === null ? '' : time.when(at, engineNow()))
  const extra = [
    ...(row.together > 1 ? [say('delivery.together', { others: row.together - 1 })] : []),
    ...(row.tries > 1 ? [say('delivery.tries', { tries: row.tries })] : []),
  ]
  return (
    <span className="delivery-state">
      {row.state === 'delivered' && say('delivery.delivered', { time: when(row.deliveredAt) })}
      {row.state === 'held' && say('delivery.held', { time: when(row.nextTryAt) })}
      {row.state !== 'delivered' && row.state !== 'held' && say(`delivery.${row.state}`)}
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
