import { TextField } from '../../../parts/text-field.tsx'
import { useWords } from '../../../words/words.ts'
import type { ChannelDraft } from './channel-draft.ts'
import type { ChannelFormProps } from './channel-form.ts'

interface SecretFieldProps extends ChannelFormProps {
  readonly field: 'botToken' | 'mailPassword' | 'webhookAddress' | 'signingSecret'
  readonly label: string
  readonly most: number
}

/** Typed unseen, kept in the vault, never shown again; left empty it keeps what is kept. */
export function SecretField({ field, label, most, draft, channel, change, wrongOf }: SecretFieldProps) {
  const say = useWords()
  const typed: Partial<Record<keyof ChannelDraft, string>> = draft
  return (
    <TextField
      label={label}
      kind="password"
      value={typed[field] ?? ''}
      hint={say(channel === null ? 'channelForm.into' : 'channelForm.kept')}
      wrong={wrongOf(field)}
      most={most}
      onChange={(text) => change({ [field]: text })}
    />
  )
}
