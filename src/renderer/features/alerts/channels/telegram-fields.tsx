import { useState } from 'react'
import type { FoundChat } from '../../../../shared/channel-rows.ts'
import type { Result } from '../../../../shared/result.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Wrong } from '../../../parts/wrong.tsx'
import { usePage } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import type { ChannelFormProps } from './channel-form.ts'
import { SecretField } from './secret-field.tsx'

type Search =
  { readonly kind: 'idle' | 'looking' } | { readonly kind: 'done'; readonly found: Result<readonly FoundChat[]> }

/** A bot's token, and the chat to write to: found among those who have written to the bot. */
export function TelegramFields(props: ChannelFormProps) {
  const say = useWords()
  const { client } = usePage()
  const { draft, channel, change, wrongOf } = props
  const [search, setSearch] = useState<Search>({ kind: 'idle' })
  const token = draft.botToken.trim()
  const find = async (): Promise<void> => {
    setSearch({ kind: 'looking' })
    const found = await client.channels.findChats({ botToken: token === '' ? null : token, channel })
    setSearch({ kind: 'done', found })
  }
  return (
    <>
      <p className="soft">{say('telegram.how')}</p>
      <SecretField field="botToken" label={say('telegram.token')} most={200} {...props} />
      <div className="settings-line">
        <button
          type="button"
          className="button"
          disabled={search.kind === 'looking' || (token === '' && channel === null)}
          onClick={() => void find()}
        >
          {say(search.kind === 'looking' ? 'telegram.finding' : 'telegram.find')}
        </button>
      </div>
      {search.kind === 'done' && <Found found={search.found} chosen={draft.chat} choose={(chat) => change({ chat })} />}
      <TextField
        label={say('telegram.chat')}
        value={draft.chat}
        hint={say('telegram.chat.hint')}
        wrong={wrongOf('chat')}
        most={60}
        onChange={(chat) => change({ chat })}
      />
    </>
  )
}

interface FoundProps {
  readonly found: Result<readonly FoundChat[]>
  readonly chosen: string
  readonly choose: (chat: string) => void
}

function Found({ found, chosen, choose }: FoundProps) {
  const say = useWords()
  if (!found.ok) return <Wrong text={say.sentence(found.failure.sentence)} />
  if (found.value.length === 0) return <Wrong text={say('telegram.nobody')} />
  return (
    <fieldset className="found-chats">
      <legend className="soft">{say('telegram.choose')}</legend>
      {found.value.map(({ chat, name, kind }) => (
        <label key={chat} className="choice">
          <input type="radio" name="chat" value={chat} checked={chat === chosen} onChange={() => choose(chat)} />
          {name} <span className="tag">{say(`telegram.${kind}`)}</span> <span className="faint number">{chat}</span>
        </label>
      ))}
    </fieldset>
  )
}
