import type { DesktopChoices, DesktopRow, NoticeCategory, NoticeLevel } from '../../../shared/desktop-rows.ts'
import { useFormats } from '../../format/formats.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { Card } from '../../parts/card.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { SettingsLine } from '../../parts/settings-line.tsx'
import { Tick } from '../../parts/tick.tsx'
import { TimeField } from '../../parts/time-field.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { Wrong } from '../../parts/wrong.tsx'

interface PartProps {
  readonly row: DesktopRow
  readonly change: (part: Partial<DesktopChoices>) => void
}

const HOUR_MS = 3_600_000
/** Offered first: from ten in the evening to seven in the morning. */
const NIGHT = { from: 22 * 60, to: 7 * 60 }
const CATEGORIES: readonly NoticeCategory[] = ['alert', 'fill', 'connection', 'account', 'program']
const LEVELS: readonly NoticeLevel[] = ['on', 'silent', 'off']

/** What the system tells the user of, how loudly, and when not. Nothing where there is no desktop app. */
export function Notices() {
  const say = useWords()
  const { client, queries } = usePage()
  const { wrong, ask } = useAsk()
  const row = useRow(queries.desktop, 'desktop')
  if (row === undefined) return null
  const change = (part: Partial<DesktopChoices>): void => ask(() => client.desktop.change(part))
  return (
    <Card title={say('notices.title')} actions={<Pause row={row} change={change} />}>
      <div className="settings-body">
        {row.noticeProblem !== null && <p className="settings-problem">{say.sentence(row.noticeProblem)}</p>}
        {CATEGORIES.map((category) => (
          <Level key={category} category={category} row={row} change={change} />
        ))}
        <Quiet row={row} change={change} />
        <Wrong text={wrong} />
      </div>
    </Card>
  )
}

function Level({ category, row, change }: PartProps & { readonly category: NoticeCategory }) {
  const say = useWords()
  const name = say(`notices.${category}`)
  return (
    <SettingsLine name={name}>
      <Segmented
        label={name}
        value={row.notices[category]}
        options={LEVELS.map((level) => [level, say(`notices.${level}`)] as const)}
        onChange={(level) => change({ notices: { ...row.notices, [category]: level } })}
      />
    </SettingsLine>
  )
}

function Quiet({ row: { quietHours }, change }: PartProps) {
  const say = useWords()
  return (
    <div className="settings-line">
      <Tick
        label={say('notices.quiet')}
        checked={quietHours !== null}
        onChange={(quiet) => change({ quietHours: quiet ? NIGHT : null })}
      />
      {quietHours !== null && (
        <span className="time-span" role="group" aria-label={say('notices.quiet')}>
          <TimeField
            label={say('notices.from')}
            minutes={quietHours.from}
            onChange={(from) => change({ quietHours: { ...quietHours, from } })}
          />
          <TimeField
            label={say('notices.to')}
            minutes={quietHours.to}
            onChange={(to) => change({ quietHours: { ...quietHours, to } })}
          />
        </span>
      )}
    </div>
  )
}

function Pause({ row: { pausedUntil }, change }: PartProps) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(10_000)
  if (pausedUntil === null || pausedUntil <= now) {
    return (
      <button type="button" className="button" onClick={() => change({ pausedUntil: now + HOUR_MS })}>
        {say('notices.pause')}
      </button>
    )
  }
  return (
    <>
      <span className="warn" role="status">
        {say('notices.paused', { time: time.when(pausedUntil, now) })}
      </span>
      <button type="button" className="button" onClick={() => change({ pausedUntil: null })}>
        {say('notices.resume')}
      </button>
    </>
  )
}
