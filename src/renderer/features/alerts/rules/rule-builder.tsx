import { useState } from 'react'
import type { RuleRow, Severity } from '../../../../shared/alert-rows.ts'
import type { Failure } from '../../../../shared/result.ts'
import { useReader } from '../../../format/use-reader.ts'
import { ChoiceField } from '../../../parts/choice-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Segmented } from '../../../parts/segmented.tsx'
import { SettingsLine } from '../../../parts/settings-line.tsx'
import { Wrong } from '../../../parts/wrong.tsx'
import { usePage } from '../../../state/page.ts'
import { useContractName } from '../../../state/use-contract-name.ts'
import { useWords } from '../../../words/words.ts'
import { KINDS } from '../kind-name.ts'
import { choicesOf } from './choices-of.ts'
import { ConditionFields } from './condition-fields.tsx'
import { draftFrom, draftOf, type RuleDraft } from './draft.ts'
import { fieldOf } from './field-of.ts'
import type { DraftProps } from './field-props.ts'
import { MoreFields } from './more-fields.tsx'
import { PreviewLine } from './preview-line.tsx'
import { readDraft, type ReadDraft } from './read-draft.ts'
import { ruleSentence } from './rule-sentence.ts'
import { ScopeFields } from './scope-fields.tsx'

interface RuleBuilderProps {
  /** Null makes a new one. */
  readonly row: RuleRow | null
  readonly onClose: () => void
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical']

/** A rule as a form: what to tell of, when, how gravely; with how often it would have fired so far. */
export function RuleBuilder({ row, onClose }: RuleBuilderProps) {
  const say = useWords()
  const { locale } = useReader()
  const [draft, setDraft] = useState(() =>
    row === null ? draftOf('price-crosses', locale) : draftFrom(choicesOf(row), locale),
  )
  const read = readDraft(draft, locale)
  const { busy, failure, tried, submit, forget } = useSave(row?.rule ?? null, read, onClose)
  const change = (part: Partial<RuleDraft>): void => {
    forget()
    setDraft({ ...draft, ...part })
  }
  const wrongOf = createWrongOf(say, read, tried, failure)
  const props = { draft, change, wrongOf }
  return (
    <Dialog title={say(row === null ? 'builder.new' : 'builder.edit')} onClose={onClose} className="rule-builder">
      <form
        className="modal-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <KindField {...props} />
        <ConditionFields {...props} />
        <ScopeFields {...props} />
        <SeverityField {...props} />
        <MoreFields {...props} />
        <div className="rule-foot">
          <Said read={read} />
          <PreviewLine choices={read.ok ? read.choices : null} />
          <Wrong text={failure !== null && fieldOf(failure.field) === null ? say.sentence(failure.sentence) : null} />
          <div className="actions">
            <button type="button" className="button" onClick={onClose}>
              {say('settings.cancel')}
            </button>
            <button type="submit" className="button primary" disabled={busy}>
              {say(busy ? 'builder.saving' : 'builder.save')}
            </button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}

/** Another kind begins with what suits it, and with the user's own terms. */
function KindField({ draft, change }: DraftProps) {
  const say = useWords()
  const { locale } = useReader()
  return (
    <ChoiceField
      label={say('builder.kind')}
      value={draft.kind}
      options={KINDS.map((kind) => [kind, say(`kind.${kind}`)] as const)}
      onChange={(kind) => change(draftOf(kind, locale, draft))}
    />
  )
}

function SeverityField({ draft, change }: DraftProps) {
  const say = useWords()
  return (
    <SettingsLine name={say('builder.severity')}>
      <Segmented
        label={say('builder.severity')}
        value={draft.severity}
        options={SEVERITIES.map((each) => [each, say(`severity.${each}`)] as const)}
        onChange={(severity) => change({ severity })}
      />
    </SettingsLine>
  )
}

/** The rule as the list will say it. */
function Said({ read }: { readonly read: ReadDraft }) {
  const say = useWords()
  const reader = useReader()
  const contractName = useContractName()
  return read.ok ? (
    <p className="rule-title">{ruleSentence(read.choices.condition, { say, reader, contractName })}</p>
  ) : null
}

interface Save {
  readonly busy: boolean
  readonly failure: Failure | null
  /** Whether the user has wanted to save: from then on the form says what is missing. */
  readonly tried: boolean
  readonly submit: () => void
  readonly forget: () => void
}

function useSave(rule: string | null, read: ReadDraft, onSaved: () => void): Save {
  const { client } = usePage()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (): Promise<void> => {
    setTried(true)
    if (!read.ok) return
    setBusy(true)
    const saved = await client.rules.save({ rule, choices: read.choices })
    setBusy(false)
    if (saved.ok) onSaved()
    else setFailure(saved.failure)
  }
  return { busy, failure, tried, submit: () => void save(), forget: () => setFailure(null) }
}

function createWrongOf(say: ReturnType<typeof useWords>, read: ReadDraft, tried: boolean, failure: Failure | null) {
  return (field: keyof RuleDraft): string | undefined => {
    if (failure !== null && fieldOf(failure.field) === field) return say.sentence(failure.sentence)
    const wrong = read.ok || !tried ? undefined : read.wrong[field]
    return wrong === undefined ? undefined : say(wrong.id, wrong.values)
  }
}
