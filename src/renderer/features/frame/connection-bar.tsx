import { useStore } from 'zustand'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** Says so when the page has lost its engine: nothing on screen moves then. */
export function ConnectionBar() {
  const say = useWords()
  const { connection } = usePage()
  const state = useStore(connection, (store) => store.connection)
  if (state.state !== 'connecting') return null
  return (
    <div className="connection-bar" role="alert">
      {say(state.tries <= 1 ? 'connection.connecting' : 'connection.lost')}
    </div>
  )
}
