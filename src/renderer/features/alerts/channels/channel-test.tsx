import { useState } from 'react'
import { usePage } from '../../../state/page.ts'
import { useAlertText } from '../../../format/use-reader.ts'
import { useWords } from '../../../words/words.ts'

type State = { readonly kind: 'idle' | 'sending' | 'arrived' } | { readonly kind: 'wrong'; readonly why: string }

interface ChannelTestProps {
  readonly channel: string
  readonly name: string
}

/** Sends a message and says what became of it: that it arrived, or exactly what went wrong. */
export function ChannelTest({ channel, name }: ChannelTestProps) {
  const say = useWords()
  const text = useAlertText()
  const { client } = usePage()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const test = async (): Promise<void> => {
    setState({ kind: 'sending' })
    const sent = await client.channels.test({ channel })
    setState(sent.ok ? { kind: 'arrived' } : { kind: 'wrong', why: text(sent.failure.sentence) })
  }
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={state.kind === 'sending'}
        aria-label={say('channel.test.of', { label: name })}
        onClick={() => void test()}
      >
        {say(state.kind === 'sending' ? 'channel.testing' : 'channel.test')}
      </button>
      <p className={`test-result ${state.kind === 'wrong' ? 'wrong' : 'up'}`} role="status">
        {state.kind === 'arrived' && say('channel.arrived')}
        {state.kind === 'wrong' && state.why}
      </p>
    </>
  )
}
