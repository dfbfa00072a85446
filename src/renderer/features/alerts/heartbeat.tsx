import { useState } from 'react'
import type { HeartbeatRow } from '../../../shared/alert-rows.ts'
import { useFormats } from '../../format/formats.ts'
import { useAlertText } from '../../format/use-reader.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { Card } from '../../parts/card.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { HeartbeatForm } from './heartbeat-form.tsx'
import { HeartbeatTest } from './heartbeat-test.tsx'

/** The sign of life sent elsewhere: whether it goes out, and if not, why. */
export function Heartbeat() {
  const say = useWords()
  const text = useAlertText()
  const { queries } = usePage()
  const row = useRow(queries.heartbeat, 'heartbeat')
  const [form, setForm] = useState<'changed' | 'saved'>('changed')
  if (row === undefined) return null
  return (
    <Card title={say('heartbeat.title')} actions={row.host === '' ? null : <HeartbeatTest />}>
      <div className="settings-body">
        <p className="settings-problem">{say('heartbeat.why')}</p>
        <State row={row} />
        {row.problem !== null && <p className="wrong">{text(row.problem)}</p>}
        {row.unclear !== null && <p className="wrong">{text(row.unclear)}</p>}
        <HeartbeatForm key={keyOf(row)} row={row} onState={setForm} />
        <p className="test-result up" role="status">
          {form === 'saved' && say('heartbeat.saved')}
        </p>
      </div>
    </Card>
  )
}

/** Other choices, made anywhere, begin the form anew; a beat does not. */
function keyOf({ state, host, everyMs, allClearAt }: HeartbeatRow): string {
  return `${state === 'off' ? 'off' : 'on'} ${host} ${everyMs} ${allClearAt ?? ''}`
}

function State({ row }: { readonly row: HeartbeatRow }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  return (
    <p className="alert-facts faint">
      <span className={`heartbeat-state ${row.state}`} role="status">
        {say(`heartbeat.${row.state}`)}
      </span>
      {row.lastSentAt !== null && <span>{say('heartbeat.sent', { time: time.when(row.lastSentAt, now) })}</span>}
      {row.state !== 'off' && row.nextAt !== null && row.nextAt > now && (
        <span>{say('heartbeat.next', { age: time.age(row.nextAt - now) })}</span>
      )}
    </p>
  )
}
