import { useState } from 'react'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

const SHORTEST = 8

/** Begins a file vault under a passphrase that is entered twice, because nobody can recover it. */
export function BeginVault({ onBegun }: { readonly onBegun: () => void }) {
  const say = useWords()
  const { passphrase, again, wrong, setPassphrase, setAgain, begin } = useNewPassphrase(onBegun)
  const short = passphrase !== '' && passphrase.length < SHORTEST
  const differs = again !== '' && again !== passphrase
  const ready = passphrase.length >= SHORTEST && again === passphrase
  return (
    <form
      className="step"
      aria-label={say('vault.offer')}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void begin()
      }}
    >
      <p>{say('vault.offer')}</p>
      <TextField
        label={say('vault.new')}
        kind="password"
        value={passphrase}
        onChange={setPassphrase}
        hint={say('vault.forgotten')}
        wrong={short ? say('vault.short', { length: SHORTEST }) : wrong}
        most={1000}
      />
      <TextField
        label={say('vault.again')}
        kind="password"
        value={again}
        onChange={setAgain}
        wrong={differs ? say('vault.differs') : undefined}
        most={1000}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={!ready}>
          {say('vault.begin')}
        </button>
      </div>
    </form>
  )
}

function useNewPassphrase(onBegun: () => void) {
  const say = useWords()
  const { client } = usePage()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<string>()
  const begin = async (): Promise<void> => {
    const begun = await client.app.useFileVault({ passphrase })
    setPassphrase('')
    setAgain('')
    if (begun.ok) onBegun()
    else setWrong(say.sentence(begun.failure.sentence))
  }
  return { passphrase, again, wrong, setPassphrase, setAgain, begin }
}
