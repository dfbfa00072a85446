import { useState } from 'react'
import type { ChannelKind, ChannelRow } from '../../../../shared/alert-rows.ts'
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
  const { client } = usePage()
  const [draft, setDraft] = useState(() => channelDraft(row))
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>(IDLE)
  const nameOf = useChannelName()
  const { failure, busy } = state
  const field = failure === null ? null : channelFieldOf(failure.field)

  async function save(): Promise<void> {
    setState({ busy: true, failure: null })
    const usualName = nameOf({ label: '', settings: { kind: draft.kind } })
    const saved = await client.channels.save(choicesFrom(draft, row?.channel ?? null, usualName))
    setState({ busy: false, failure: saved.ok ? null : saved.failure })
    if (saved.ok) onClose()
  }

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
          void save()
        }}
      >
        {row === null && (
          <ChoiceField
            label={say('channelForm.kind')}
            value={draft.kind}
            options={KINDS.map((kind) => [kind, say(`channel.kind.${kind}`)] as const)}
            onChange={(kind) => setDraft({ ...channelDraft(null), kind, label: draft.label })}
          />
        )}
        {draft.kind !== 'os' && (
          <TextField
            label={say('channelForm.label')}
            value={draft.label}
            wrong={props.wrongOf('label')}
            most={80}
            onChange={(label) => props.change({ label })}
          />
        )}
        <KindFields {...props} />
        <Terms {...props} />
        <Wrong text={failure !== null && field === null ? say.sentence(failure.sentence) : null} />
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {say('builder.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {say(busy ? 'builder.saving' : 'heartbeat.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const IDLE = { busy: false, failure: null } as const

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
