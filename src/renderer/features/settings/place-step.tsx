import type { AppInfo } from '../../../shared/health-rows.ts'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useWords } from '../../words/words.ts'
import type { Draft } from './draft.ts'

interface PlaceStepProps {
  readonly info: AppInfo
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly next: () => void
}

/** Where the account is and what the user calls it. */
export function PlaceStep({ info, draft, change, next }: PlaceStepProps) {
  const say = useWords()
  const venue = info.venues.find((each) => each.venue === draft.venue) ?? info.venues[0]
  const chooseVenue = (id: string): void => {
    const chosen = info.venues.find((each) => each.venue === id)
    change({ venue: id, environment: chosen?.environments[0] ?? 'mainnet' })
  }
  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <ChoiceField
        label={say('add.exchange')}
        value={draft.venue}
        options={info.venues.map((each) => [each.venue, each.name] as const)}
        onChange={chooseVenue}
      />
      <ChoiceField
        label={say('add.environment')}
        value={draft.environment}
        options={(venue?.environments ?? []).map((each) => [each, say(`environment.${each}`)] as const)}
        onChange={(environment) => change({ environment })}
      />
      <TextField label={say('add.label')} value={draft.label} onChange={(label) => change({ label })} most={60} />
      <p className="soft">{say('add.how')}</p>
      <div className="actions">
        <button type="submit" className="button primary" disabled={draft.label.trim() === ''}>
          {say('add.next')}
        </button>
      </div>
    </form>
  )
}
