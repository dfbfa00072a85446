import { useState } from 'react'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/words.ts'
import { emptyDraft, type Draft, type Found } from './draft.ts'
import { KeyStep } from './key-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { RightsStep } from './rights-step.tsx'

interface AddAccountProps {
  readonly info: AppInfo
  readonly onClose: () => void
}

type Step = { readonly at: 1 | 2 } | { readonly at: 3; readonly found: Found }

/** Adding an account in three steps: where, with which key, and what that key may do. The draft goes with the dialog. */
export function AddAccount({ info, onClose }: AddAccountProps) {
  const say = useWords()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(info))
  const [step, setStep] = useState<Step>({ at: 1 })
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  return (
    <Dialog title={say('add.title')} onClose={onClose}>
      <div className="modal-body">
        <span className="faint">{say('add.step', { step: step.at })}</span>
        {step.at === 1 && <PlaceStep info={info} draft={draft} change={change} next={() => setStep({ at: 2 })} />}
        {step.at === 2 && (
          <KeyStep
            info={info}
            draft={draft}
            change={change}
            back={() => setStep({ at: 1 })}
            next={(found) => setStep({ at: 3, found })}
          />
        )}
        {step.at === 3 && (
          <RightsStep draft={draft} found={step.found} back={() => setStep({ at: 2 })} done={onClose} />
        )}
      </div>
    </Dialog>
  )
}
