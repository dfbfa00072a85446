import { useFormats } from '../../format/formats.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { Card } from '../../parts/card.tsx'
import { Wrong } from '../../parts/wrong.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useWords } from '../../words/words.ts'
import { QuietField } from './quiet-field.tsx'

const HOUR_MS = 3_600_000

/** What holds for all rules: a pause, and the hours in which only critical alerts are told. */
export function Terms() {
  const say = useWords()
  const { client, queries } = usePage()
  const { wrong, ask } = useAsk()
  const summary = useRow(queries.alertSummary, 'alerts')
  if (summary === undefined) return null
  const pause = (until: number | null): void => ask(() => client.alerts.pause({ until }))
  return (
    <Card title={say('terms.title')}>
      <div className="settings-body">
        <Pause pausedUntil={summary.pausedUntil} pause={pause} />
        <QuietField
          label={say('terms.quiet')}
          hours={summary.quietHours}
          onChange={(quietHours) => ask(() => client.alerts.setQuietHours({ quietHours }))}
        />
        <p className="settings-problem">{say('terms.critical')}</p>
        <Wrong text={wrong} />
      </div>
    </Card>
  )
}

interface PauseProps {
  readonly pausedUntil: number | null
  readonly pause: (until: number | null) => void
}

function Pause({ pausedUntil, pause }: PauseProps) {
  const say = useWords()
  const { time } = useFormats()
  const now = Math.floor(useEngineNow(10_000))
  const isPaused = pausedUntil !== null && pausedUntil > now
  return (
    <div className="settings-line">
      <span className={isPaused ? 'warn' : 'soft'} role="status">
        {isPaused ? say('terms.paused', { time: time.when(pausedUntil, now) }) : say('terms.running')}
      </span>
      <span className="actions">
        {isPaused ? (
          <button type="button" className="button" onClick={() => pause(null)}>
            {say('terms.resume')}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={() => pause(now + HOUR_MS)}>
              {say('terms.pause')}
            </button>
            <button type="button" className="button" onClick={() => pause(now + 8 * HOUR_MS)}>
              {say('terms.pause.shift')}
            </button>
          </>
        )}
      </span>
    </div>
  )
}
