import { useState } from 'react'
import type { HeartbeatRow } from '../../../shared/alert-rows.ts'
import type { Failure } from '../../../shared/result.ts'
import { TextField } from '../../parts/text-field.tsx'
import { Tick } from '../../parts/tick.tsx'
import { TimeField } from '../../parts/time-field.tsx'
import { Wrong } from '../../parts/wrong.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

const MINUTE_MS = 60_000
const LEAST = 0.5
const MOST = 1440
/** Offered first for the daily all-clear. */
const MORNING = 9 * 60

interface Draft {
  readonly enabled: boolean
  readonly address: string
  readonly minutes: string
  readonly allClearAt: number | null
}

interface HeartbeatFormProps {
  readonly row: HeartbeatRow
  /** Told when the choices were kept, and when they are other ones again. */
  readonly onState: (state: 'changed' | 'saved') => void
}

/** Where the sign of life goes, how often, and when the daily all-clear is told. */
export function HeartbeatForm({ row, onState }: HeartbeatFormProps) {
  const say = useWords()
  const [draft, setDraft] = useState<Draft>(() => draftOf(row))
  const { save, failure, wrongMinutes } = useSave(draft, () => onState('saved'))
  const change = (part: Partial<Draft>): void => {
    onState('changed')
    setDraft({ ...draft, ...part })
  }
  const ofAddress = failure?.field?.endsWith('address') === true
  return (
    <form
      className="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Tick label={say('heartbeat.enabled')} checked={draft.enabled} onChange={(enabled) => change({ enabled })} />
      <TextField
        label={say('heartbeat.address')}
        kind="password"
        value={draft.address}
        hint={row.host === '' ? say('channelForm.into') : say('heartbeat.kept', { host: row.host })}
        wrong={ofAddress ? say.sentence(failure.sentence) : undefined}
        most={2000}
        onChange={(address) => change({ address })}
      />
      <TextField
        label={say('heartbeat.every')}
        value={draft.minutes}
        wrong={wrongMinutes}
        most={4}
        onChange={(minutes) => change({ minutes })}
      />
      <AllClear at={draft.allClearAt} onChange={(allClearAt) => change({ allClearAt })} />
      <Wrong text={failure !== null && !ofAddress ? say.sentence(failure.sentence) : null} />
      <div className="actions">
        <button type="submit" className="button primary">
          {say('settings.save')}
        </button>
      </div>
    </form>
  )
}

function AllClear({ at, onChange }: { readonly at: number | null; readonly onChange: (at: number | null) => void }) {
  const say = useWords()
  return (
    <div className="settings-line">
      <Tick
        label={say('heartbeat.allClear')}
        checked={at !== null}
        onChange={(wanted) => onChange(wanted ? MORNING : null)}
      />
      {at !== null && <TimeField label={say('heartbeat.at')} minutes={at} onChange={onChange} />}
    </div>
  )
}

function draftOf({ state, everyMs, allClearAt }: HeartbeatRow): Draft {
  return { enabled: state !== 'off', address: '', minutes: String(everyMs / MINUTE_MS), allClearAt }
}

interface Save {
  readonly save: () => void
  readonly failure: Failure | null
  readonly wrongMinutes: string | undefined
}

function useSave({ enabled, address, minutes, allClearAt }: Draft, onSaved: () => void): Save {
  const say = useWords()
  const { client } = usePage()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tried, setTried] = useState(false)
  const every = readMinutes(minutes)
  const run = async (): Promise<void> => {
    setTried(true)
    if (every === null) return
    const kept = address.trim() === '' ? null : address.trim()
    const done = await client.heartbeat.change({ enabled, address: kept, everyMs: every * MINUTE_MS, allClearAt })
    setFailure(done.ok ? null : done.failure)
    if (done.ok) onSaved()
  }
  const wrong = tried && every === null
  return {
    save: () => void run(),
    failure,
    wrongMinutes: wrong ? say('builder.wrong.range', { least: LEAST, most: MOST }) : undefined,
  }
}

/** Halves are read too: half a minute is the least the program does. */
function readMinutes(text: string): number | null {
  if (!/^\d{1,4}([.,]5)?$/.test(text.trim())) return null
  const read = parseFloat(text.replace(',', '.'))
  return read >= LEAST && read <= MOST ? read : null
}
