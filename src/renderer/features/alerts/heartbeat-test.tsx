import { useState } from 'react'
import { useAlertText } from '../../format/use-reader.ts'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** Sends one beat now and says what became of it. */
export function HeartbeatTest() {
  const say = useWords()
  const text = useAlertText()
  const { client } = usePage()
  const [state, setState] = useState<{ readonly busy: boolean; readonly said: string; readonly tone: 'up' | 'wrong' }>({
    busy: false,
    said: '',
    tone: 'up',
  })
  const test = async (): Promise<void> => {
    setState({ busy: true, said: '', tone: 'up' })
    const sent = await client.heartbeat.test(null)
    const said = sent.ok ? say('channel.arrived') : text(sent.failure.sentence)
    setState({ busy: false, said, tone: sent.ok ? 'up' : 'wrong' })
  }
  return (
    <>
      <button type="button" className="button" disabled={state.busy} onClick={() => void test()}>
        {say(state.busy ? 'channel.testing' : 'heartbeat.test')}
      </button>
      <span className={`test-result ${state.tone}`} role="status">
        {state.said}
      </span>
    </>
  )
}
