import { useWords } from '../words/words.ts'

interface OlderButtonProps {
  readonly state: 'idle' | 'loading' | 'end' | 'failed'
  readonly load: () => void
}

/** Asks for the page before the oldest row shown. */
export function OlderButton({ state, load }: OlderButtonProps) {
  const say = useWords()
  if (state === 'end') return <div className="foot-row faint">{say('table.end')}</div>
  return (
    <div className="foot-row">
      <button type="button" className="button plain" disabled={state === 'loading'} onClick={load}>
        {say(state === 'loading' ? 'table.loading' : 'table.more')}
      </button>
    </div>
  )
}
