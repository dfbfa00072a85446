import { useId, useState } from 'react'

interface TimeFieldProps {
  readonly label: string
  /** Of the day, 0 to 1439. */
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}

/** A time of the day. What is being typed stays as typed, whatever the program says meanwhile. */
export function TimeField({ label, minutes, onChange }: TimeFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const type = (text: string): void => {
    setDraft(text)
    const typed = readTime(text)
    if (typed !== null && typed !== minutes) onChange(typed)
  }
  return (
    <span className="time-field">
      <label htmlFor={id} className="soft">
        {label}
      </label>
      <input
        id={id}
        type="time"
        className="input number"
        value={draft ?? writeTime(minutes)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
    </span>
  )
}

function writeTime(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function readTime(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  return hours === undefined || minutes === undefined ? null : 60 * parseInt(hours, 10) + parseInt(minutes, 10)
}
