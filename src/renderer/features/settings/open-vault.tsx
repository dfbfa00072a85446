import { useState } from 'react'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** Opens the file vault for this run. */
export function OpenVault({ onOpened }: { readonly onOpened: () => void }) {
  const say = useWords()
  const { client } = usePage()
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState<string>()
  const open = async (): Promise<void> => {
    const opened = await client.app.unlockVault({ passphrase })
    setPassphrase('')
    if (opened.ok) onOpened()
    else setWrong(say.sentence(opened.failure.sentence))
  }
  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <TextField
        label={say('vault.passphrase')}
        kind="password"
        value={passphrase}
        onChange={setPassphrase}
        wrong={wrong}
        most={1000}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={passphrase === ''}>
          {say('vault.unlock')}
        </button>
      </div>
    </form>
  )
}
