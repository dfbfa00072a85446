import { ChoiceField } from '../../../parts/choice-field.tsx'
import { useWords, type WordId } from '../../../words/words.ts'
import { LevelField, NumberField } from './fields.tsx'
import type { RuleDraft } from './draft.ts'
import type { DraftProps } from './field-props.ts'

const FIGURES = ['memory', 'processor', 'event-loop-delay', 'database-size', 'disk-free'] as const

const UNIT: Readonly<Record<RuleDraft['figure'], WordId>> = {
  memory: 'builder.value.bytes',
  processor: 'builder.value.share',
  'event-loop-delay': 'builder.value.ms',
  'database-size': 'builder.value.bytes',
  'disk-free': 'builder.value.bytes',
}

/** A figure of the program's own, in its unit, and for how long it has to be so. */
export function SystemFields(props: DraftProps) {
  const say = useWords()
  const { draft, change } = props
  return (
    <>
      <ChoiceField
        label={say('builder.figure')}
        value={draft.figure}
        options={FIGURES.map((each) => [each, say(`figure.${each}`)] as const)}
        onChange={(figure) => change({ figure, level: figure === 'disk-free' ? 'below' : 'above' })}
      />
      <LevelField {...props} />
      <NumberField field="value" label={UNIT[draft.figure]} {...props} />
      <NumberField field="minutes" label="builder.lasting" {...props} />
    </>
  )
}
