import { useState } from 'react'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { venueId } from '../../../shared/ids.ts'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import type { Draft, Found } from './draft.ts'

interface KeyStepProps {
  readonly info: AppInfo
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly back: () => void
  readonly next: (found: Found) => void
}

/** The key and its secret, tried at the exchange before anything is kept. */
export function KeyStep({ info, draft, change, back, next }: KeyStepProps) {
  const say = useWords()
  const { client } = usePage()
  const [state, setState] = useState<{ readonly busy: boolean; readonly wrong?: string }>({ busy: false })
  const signsByKey =
    info.venues.find((each) => each.venue === draft.venue)?.signing.some((kind) => kind !== 'hmac') ?? false

  async function check(): Promise<void> {
    setState({ busy: true })
    const { environment, label, apiKey, apiSecret } = draft
    const wanted = { venue: venueId(draft.venue), environment, label: label.trim(), apiKey: apiKey.trim(), apiSecret }
    const answer = await client.accounts.check({ ...wanted, acceptTradingKey: false })
    setState({ busy: false, ...(!answer.ok && { wrong: say.sentence(answer.failure.sentence) }) })
    if (answer.ok) next(answer.value)
  }

  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <TextField label={say('add.key')} value={draft.apiKey} onChange={(apiKey) => change({ apiKey })} most={200} />
      <TextField
        label={say('add.secret')}
        kind="area"
        value={draft.apiSecret}
        onChange={(apiSecret) => change({ apiSecret })}
        hint={signsByKey ? say('add.pem') : undefined}
        wrong={state.wrong}
        most={8000}
      />
      <p className="soft">{say('add.stays')}</p>
      <div className="actions">
        <button type="button" className="button" onClick={back}>
          {say('add.back')}
        </button>
        <button
          type="submit"
          className="button primary"
          disabled={state.busy || draft.apiKey.trim() === '' || draft.apiSecret.trim() === ''}
        >
          {say(state.busy ? 'add.checking' : 'add.check')}
        </button>
      </div>
    </form>
  )
}
