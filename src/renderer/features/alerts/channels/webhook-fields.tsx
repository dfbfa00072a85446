import { ChoiceField } from '../../../parts/choice-field.tsx'
import { useWords } from '../../../words/words.ts'
import type { ChannelFormProps } from './channel-form.ts'
import { SecretField } from './secret-field.tsx'

const PRESETS = ['plain', 'ntfy', 'discord', 'slack'] as const

/** Which service listens, and its address, which may itself be a secret. */
export function WebhookFields(props: ChannelFormProps) {
  const say = useWords()
  const { draft, change } = props
  return (
    <>
      <ChoiceField
        label={say('webhook.preset')}
        value={draft.preset}
        options={PRESETS.map((preset) => [preset, say(`webhook.${preset}`)] as const)}
        onChange={(preset) => change({ preset })}
      />
      <p className="soft">{say(`webhook.${draft.preset}.hint`)}</p>
      <SecretField field="webhookAddress" label={say('webhook.address')} most={2000} {...props} />
      {draft.preset === 'plain' && (
        <SecretField field="signingSecret" label={say('webhook.secret')} most={500} {...props} />
      )}
    </>
  )
}
