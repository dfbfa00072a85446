import { useId } from 'react'
import type { Sentence } from '../../shared/sentence.ts'
import { useWords } from '../words/words.ts'

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Why it has no effect on this computer. */
  readonly problem?: { readonly id: string; readonly values: Sentence['values'] } | null
}

/** A choice that is made or not, with what keeps it from having an effect. */
export function Tick({ label, checked, onChange, disabled = false, problem = null }: TickProps) {
  const say = useWords()
  const id = useId()
  return (
    <div>
      <label className="choice">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={problem === null ? undefined : id}
          onChange={() => onChange(!checked)}
        />
        {label}
      </label>
      {problem !== null && (
        <p id={id} className="settings-problem">
          {say.sentence(problem)}
        </p>
      )}
    </div>
  )
}
