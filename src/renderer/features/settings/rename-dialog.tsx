import { useState } from 'react'
import type { AccountRow } from '../../../shared/account-rows.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

interface RenameDialogProps {
  readonly row: AccountRow
  readonly onClose: () => void
}

/** Gives an account another name; key and history stay. */
export function RenameDialog({ row, onClose }: RenameDialogProps) {
  const say = useWords()
  const { client } = usePage()
  const [label, setLabel] = useState(row.label)
  const [wrong, setWrong] = useState<string>()
  const save = async (): Promise<void> => {
    const renamed = await client.accounts.rename({ account: row.account, label: label.trim() })
    if (renamed.ok) onClose()
    else setWrong(say.sentence(renamed.failure.sentence))
  }
  return (
    <Dialog title={say('settings.rename')} onClose={onClose}>
      <form
        className="modal-body"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label={say('settings.newName')} value={label} onChange={setLabel} wrong={wrong} most={60} />
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {say('settings.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={label.trim() === ''}>
            {say('settings.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
