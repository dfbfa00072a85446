import { ChoiceField } from '../../../parts/choice-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { useWords, type WordId } from '../../../words/words.ts'
import type { NumberName } from './draft.ts'
import type { DraftProps } from './field-props.ts'

/** On which side of its line a figure is told of. */
export function LevelField({ draft, change }: DraftProps) {
  const say = useWords()
  return (
    <ChoiceField
      label={say('builder.direction')}
      value={draft.level}
      options={[
        ['above', say('builder.above')],
        ['below', say('builder.below')],
      ]}
      onChange={(level) => change({ level })}
    />
  )
}

interface NumberFieldProps extends DraftProps {
  readonly field: NumberName
  readonly label: WordId
  readonly hint?: WordId | undefined
}

/** A figure as text: what is typed is read exactly, never through a float. */
export function NumberField({ field, label, hint, draft, change, wrongOf }: NumberFieldProps) {
  const say = useWords()
  return (
    <TextField
      label={say(label)}
      value={draft[field]}
      wrong={wrongOf(field)}
      hint={hint === undefined ? undefined : say(hint)}
      most={40}
      onChange={(text) => change({ [field]: text })}
    />
  )
}
