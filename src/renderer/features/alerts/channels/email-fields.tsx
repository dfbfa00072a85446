import { ChoiceField } from '../../../parts/choice-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { useWords, type WordId } from '../../../words/words.ts'
import type { ChannelFormProps } from './channel-form.ts'
import { SecretField } from './secret-field.tsx'

const USUAL_PORT = { tls: '465', starttls: '587' } as const

/** A mail server, its user, and who writes to whom. */
export function EmailFields(props: ChannelFormProps) {
  const say = useWords()
  const { draft, change } = props
  return (
    <>
      <Line field="host" label="mail.host" most={255} {...props} />
      <ChoiceField
        label={say('mail.security')}
        value={draft.security}
        options={[
          ['starttls', say('mail.starttls')],
          ['tls', say('mail.tls')],
        ]}
        onChange={(security) =>
          change({ security, ...(draft.port === USUAL_PORT[draft.security] && { port: USUAL_PORT[security] }) })
        }
      />
      <Line field="port" label="mail.port" most={5} {...props} />
      <Line field="user" label="mail.user" most={255} {...props} />
      <SecretField field="mailPassword" label={say('mail.password')} most={500} {...props} />
      <Line field="from" label="mail.from" most={320} {...props} />
      <Line field="to" label="mail.to" hint="mail.to.hint" most={2000} {...props} />
    </>
  )
}

interface LineProps extends ChannelFormProps {
  readonly field: 'host' | 'port' | 'user' | 'from' | 'to'
  readonly label: WordId
  readonly hint?: WordId
  readonly most: number
}

function Line({ field, label, hint, most, draft, change, wrongOf }: LineProps) {
  const say = useWords()
  return (
    <TextField
      label={say(label)}
      value={draft[field]}
      hint={hint === undefined ? undefined : say(hint)}
      wrong={wrongOf(field)}
      most={most}
      onChange={(text) => change({ [field]: text })}
    />
  )
}
