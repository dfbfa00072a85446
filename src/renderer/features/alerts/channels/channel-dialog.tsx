import { useState } from 'react'
import type { ChannelKind, ChannelRow } from '../../../../shared/channel-rows.ts'
import type { Failure } from '../../../../shared/result.ts'
import { ChoiceField } from '../../../parts/choice-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Wrong } from '../../../parts/wrong.tsx'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { channelDraft, choicesFrom, type ChannelDraft } from './channel-draft.ts'
import { useChannelName } from './channel-name.ts'
import { channelFieldOf, type ChannelFormProps } from './channel-form.ts'
import { EmailFields } from './email-fields.tsx'
import { TelegramFields } from './telegram-fields.tsx'
import { WebhookFields } from './webhook-fields.tsx'

interface ChannelDialogProps {
  /** Null makes a new one. */
  readonly row: ChannelRow | null
  readonly onClose: () => void
}

const KINDS: readonly ChannelKind[] = ['telegram', 'email', 'webhook']

/** A way out as a form. What is secret goes in and does not come back. */
export function ChannelDialog({ row, onClose }: ChannelDialogProps) {
  const say = useWords()
  const [draft, setDraft] = useState(() => channelDraft(row))
  const { busy, failure, save } = useSave(draft, row?.channel ?? null, onClose)
  const field = failure === null ? null : channelFieldOf(failure.field)
  const props: ChannelFormProps = {
    draft,
    channel: row?.channel ?? null,
    change: (part) => setDraft({ ...draft, ...part }),
    wrongOf: (name) => (failure !== null && field === name ? say.sentence(failure.sentence) : undefined),
  }
  return (
    <Dialog title={say(row === null ? 'channelForm.new' : 'channelForm.edit')} onClose={onClose}>
      <form
        className="modal-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {row === null && <KindField {...props} begin={setDraft} />}
        {draft.kind !== 'os' && <NameField {...props} />}
        <KindFields {...props} />
        <Terms {...props} />
        <Wrong text={failure !== null && field === null ? say.sentence(failure.sentence) : null} />
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {say('settings.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {say(busy ? 'builder.saving' : 'settings.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface Save {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly save: () => void
}

function useSave(draft: ChannelDraft, channel: string | null, onSaved: () => void): Save {
  const { client } = usePage()
  const nameOf = useChannelName()
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>(IDLE)
  const save = async (): Promise<void> => {
    setState({ busy: true, failure: null })
    const usualName = nameOf({ label: '', settings: { kind: draft.kind } })
    const saved = await client.channels.save(choicesFrom(draft, channel, usualName))
    setState({ busy: false, failure: saved.ok ? null : saved.failure })
    if (saved.ok) onSaved()
  }
  return { ...state, save: () => void save() }
}

const IDLE = { busy: false, failure: null } as const

/** Another kind begins the form anew, with the name that was typed. */
function KindField({ draft, begin }: ChannelFormProps & { readonly begin: (draft: ChannelDraft) => void }) {
  const say = useWords()
  return (
    <ChoiceField
      label={say('channelForm.kind')}
      value={draft.kind}
      options={KINDS.map((kind) => [kind, say(`channel.kind.${kind}`)] as const)}
      onChange={(kind) => begin({ ...channelDraft(null), kind, label: draft.label })}
    />
  )
}

function NameField({ draft, change, wrongOf }: ChannelFormProps) {
  const say = useWords()
  return (
    <TextField
      label={say('channelForm.label')}
      value={draft.label}
      wrong={wrongOf('label')}
      most={80}
      onChange={(label) => change({ label })}
    />
  )
}

function KindFields(props: ChannelFormProps) {
  switch (props.draft.kind) {
    case 'os':
      return null
    case 'telegram':
      return <TelegramFields {...props} />
    case 'email':
      return <EmailFields {...props} />
    case 'webhook':
      return <WebhookFields {...props} />
  }
}

/** How loud it is for rules that do not say, and who takes over. */
function Terms({ draft, channel, change, wrongOf }: ChannelFormProps) {
  const say = useWords()
  const { queries } = usePage()
  const nameOf = useChannelName()
  const others = [...useRows(queries.channels).values()].filter((row) => row.channel !== channel)
  const options: readonly (readonly [string, string])[] = [
    ['', say('channelForm.failover.none')],
    ...others.map((row) => [row.channel, nameOf(row)] as const),
  ]
  return (
    <>
      <ChoiceField<ChannelDraft['level']>
        label={say('channelForm.level')}
        value={draft.level}
        options={(['on', 'silent', 'off'] as const).map((level) => [level, say(`level.${level}`)] as const)}
        onChange={(level) => change({ level })}
      />
      <ChoiceField
        label={say('channelForm.failover')}
        value={draft.failover}
        options={options}
        onChange={(failover) => change({ failover })}
      />
      <Wrong text={wrongOf('failover') ?? null} />
    </>
  )
}
