import type { QuietHours } from '../../../shared/desktop-rows.ts'
import { Tick } from '../../parts/tick.tsx'
import { TimeField } from '../../parts/time-field.tsx'
import { useWords } from '../../words/words.ts'

/** Offered first: from ten in the evening to seven in the morning. */
const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

interface QuietFieldProps {
  readonly label: string
  readonly hours: QuietHours | null
  readonly onChange: (hours: QuietHours | null) => void
}

/** Hours in which only critical alerts are told, or none. */
export function QuietField({ label, hours, onChange }: QuietFieldProps) {
  const say = useWords()
  return (
    <div className="settings-line">
      <Tick label={label} checked={hours !== null} onChange={(quiet) => onChange(quiet ? NIGHT : null)} />
      {hours !== null && (
        <span className="time-span" role="group" aria-label={label}>
          <TimeField label={say('terms.from')} minutes={hours.from} onChange={(from) => onChange({ ...hours, from })} />
          <TimeField label={say('terms.to')} minutes={hours.to} onChange={(to) => onChange({ ...hours, to })} />
        </span>
      )}
    </div>
  )
}
