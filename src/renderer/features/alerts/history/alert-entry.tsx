import { memo, useId } from 'react'
import type { AlertRow } from '../../../../shared/alert-rows.ts'
import { subjectOf } from '../../../../shared/snooze-subject.ts'
import { useFormats } from '../../../format/formats.ts'
import { useAlertText } from '../../../format/use-reader.ts'
import { usePage, useRow } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { kindName } from '../kind-name.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { AlertPlaces } from './alert-places.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import type { Told } from './merge.ts'

interface AlertEntryProps {
  readonly told: Told
  /** Place among all, from 0, and how many there are. */
  readonly index: number
  readonly count: number
  readonly acknowledge: (alert: string) => void
  readonly attach: (element: HTMLElement | null) => (() => void) | undefined
}

/** One alert of the history: the fact, its figures, and what became of it on each channel. */
export const AlertEntry = memo(function AlertEntry({ told, index, count, acknowledge, attach }: AlertEntryProps) {
  const { alert, deliveries } = told
  const say = useWords()
  const text = useAlertText()
  const id = useId()
  return (
    <article
      ref={attach}
      className={`alert-entry ${alert.readAt === null ? 'unread' : ''}`}
      data-alert={alert.alert}
      data-index={index}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={0}
    >
      <header>
        <SeverityMark severity={alert.severity} />
        <h3 id={`${id}-title`}>{text(alert.title)}</h3>
        {alert.readAt === null && <span className="unread-dot" role="img" aria-label={say('alert.unread')} />}
      </header>
      <p id={`${id}-body`}>{text(alert.body)}</p>
      <Facts alert={alert} />
      <ul className="deliveries" aria-label={say('deliveries.title')}>
        {deliveries.map((row) => (
          <DeliveryLine key={row.channel} row={row} />
        ))}
        {deliveries.length === 0 && <li className="faint">{say('deliveries.none')}</li>}
      </ul>
      <Tools alert={alert} acknowledge={acknowledge} />
    </article>
  )
})

/** When it happened and was noticed, what it is about, and whether it still stands. */
function Facts({ alert }: { readonly alert: AlertRow }) {
  const say = useWords()
  const { time } = useFormats()
  const { engineNow, queries } = usePage()
  const snoozed = useRow(queries.snoozes, subjectOf(alert))
  const when = (at: number): string => time.when(at, engineNow())
  return (
    <p className="alert-facts faint">
      <time dateTime={new Date(alert.at).toISOString()} title={time.moment(alert.at)} className="number">
        {when(alert.at)}
      </time>
      {alert.late && <span className="tag late">{say('alert.late.short')}</span>}
      {alert.late && <span>{say('alert.late.noticed', { time: when(alert.firedAt) })}</span>}
      <span>{kindName(alert.kind, say)}</span>
      {alert.ruleName !== '' && <span>{say('alert.rule', { rule: alert.ruleName })}</span>}
      <AlertPlaces alert={alert} />
      {alert.clearedAt !== null && <span>{say('alert.cleared', { time: when(alert.clearedAt) })}</span>}
      {snoozed !== undefined && <span className="warn">{say('alert.snoozed', { time: when(snoozed.until) })}</span>}
      {alert.acknowledgedAt !== null && <span>{say('alert.acknowledged', { time: when(alert.acknowledgedAt) })}</span>}
    </p>
  )
}

function Tools({ alert, acknowledge }: Pick<AlertEntryProps, 'acknowledge'> & { readonly alert: AlertRow }) {
  const say = useWords()
  const { queries } = usePage()
  const rule = useRow(queries.rules, alert.rule)
  return (
    <div className="alert-tools">
      {alert.acknowledgedAt === null && alert.ends === null && (
        <button type="button" className="button" onClick={() => acknowledge(alert.alert)}>
          {say('alert.acknowledge')}
        </button>
      )}
      {rule !== undefined && <SnoozeMenu alert={alert} />}
    </div>
  )
}
