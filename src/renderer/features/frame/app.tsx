import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../parts/notice.tsx'
import { FormatsContext } from '../../format/formats.ts'
import { usePage } from '../../state/page.ts'
import { createWords, I18nextProvider, useWords } from '../../words/words.ts'
import { Frame } from './frame.tsx'
import { useAppearance } from './use-appearance.ts'

/** The whole page: the user's language and formats around the frame, or what stands in its way. */
export function App() {
  const { connection } = usePage()
  const state = useStore(connection, (store) => store.connection)
  const { formats, language } = useAppearance()
  const words = useMemo(() => createWords(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nextProvider i18n={words}>
      <FormatsContext value={formats}>
        {state.state === 'refused' ? <TurnedAway why={state.why} /> : <Frame />}
      </FormatsContext>
    </I18nextProvider>
  )
}

function TurnedAway({ why }: { readonly why: 'protocol' | 'token' }) {
  const say = useWords()
  const reload = (
    <button type="button" className="button primary" onClick={() => location.reload()}>
      {say('connection.reload')}
    </button>
  )
  return (
    <main className="turned-away">
      <Notice kind="wrong" title="Tidemark" why={say(`connection.${why}`)} action={reload} />
    </main>
  )
}
