import { useState } from 'react'
import { venueId } from '../../../shared/ids.ts'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'
import type { Draft, Found } from './draft.ts'

interface RightsStepProps {
  readonly draft: Draft
  readonly found: Found
  readonly back: () => void
  readonly done: () => void
}

/** What the exchange says the key may do, and whether it is kept. */
export function RightsStep({ draft, found, back, done }: RightsStepProps) {
  const say = useWords()
  const { client } = usePage()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<{ readonly busy: boolean; readonly wrong?: string }>({ busy: false })
  const { verdict } = found.rights
  const insisted = verdict === 'can-trade' && typed.trim().toLowerCase() === say('add.insist').toLowerCase()
  const mayKeep = verdict === 'read-only' || verdict === 'unknown' || insisted

  async function keep(): Promise<void> {
    setState({ busy: true })
    const { environment, label, apiKey, apiSecret } = draft
    const wanted = { venue: venueId(draft.venue), environment, label: label.trim(), apiKey: apiKey.trim(), apiSecret }
    const added = await client.accounts.add({ ...wanted, acceptTradingKey: insisted })
    if (added.ok) done()
    else setState({ busy: false, wrong: say.sentence(added.failure.sentence) })
  }

  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Finding found={found} />
      <Advice verdict={verdict} say={say} />
      {verdict === 'can-trade' && (
        <TextField
          label={say('add.trades', { words: say('add.insist') })}
          value={typed}
          onChange={setTyped}
          most={60}
        />
      )}
      {state.wrong !== undefined && (
        <p className="wrong" role="alert">
          {state.wrong}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={back}>
          {say('add.back')}
        </button>
        <button type="submit" className="button primary" disabled={!mayKeep || state.busy}>
          {say('add.keep')}
        </button>
      </div>
    </form>
  )
}

const TONE = { 'read-only': 'up', 'can-trade': 'warn', 'can-withdraw': 'down', unknown: 'warn' } as const

function Finding({ found: { rights, kind } }: { readonly found: Found }) {
  const say = useWords()
  return (
    <dl className="facts bare" aria-label={say('add.found')}>
      <div>
        <dt>{say('add.kind')}</dt>
        <dd>{kind}</dd>
      </div>
      <div>
        <dt>{say('add.rights')}</dt>
        <dd className={TONE[rights.verdict]}>{say(`rights.${rights.verdict}`)}</dd>
      </div>
      {rights.powers.length > 0 && (
        <div>
          <dt>{say('add.powers')}</dt>
          <dd>{rights.powers.join(', ')}</dd>
        </div>
      )}
      {rights.addressBound !== null && (
        <div>
          <dt />
          <dd className="faint">{say(rights.addressBound ? 'settings.bound' : 'settings.unbound')}</dd>
        </div>
      )}
    </dl>
  )
}

function Advice({ verdict, say }: { readonly verdict: Found['rights']['verdict']; readonly say: Say }) {
  if (verdict === 'can-withdraw') return <p className="wrong">{say('add.withdraws')}</p>
  if (verdict === 'unknown') return <p className="warn">{say('add.unknown')}</p>
  return null
}
