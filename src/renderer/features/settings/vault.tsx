import { useState } from 'react'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

interface VaultProps {
  readonly info: AppInfo | null
  readonly onOpened: () => void
}

/** Where keys are kept, and the way to open a vault that needs a passphrase. */
export function Vault({ info, onOpened }: VaultProps) {
  const say = useWords()
  if (info === null) return null
  const { kind, problem } = info.vault
  return (
    <Card title={say('settings.vault')}>
      <div className="settings-body">
        <p>{say(`vault.${kind}`)}</p>
        {problem !== null && <p className="warn">{say.sentence(problem)}</p>}
        {kind === 'file' && problem !== null && <Unlock onOpened={onOpened} />}
      </div>
    </Card>
  )
}

function Unlock({ onOpened }: { readonly onOpened: () => void }) {
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
        hint={say('vault.first')}
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
