import { useState } from 'react'
import type { AccountRow } from '../../../shared/account-rows.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

interface RemoveDialogProps {
  readonly row: AccountRow
  readonly onClose: () => void
}

/** Asks once more before an account, its key and its history go. */
export function RemoveDialog({ row, onClose }: RemoveDialogProps) {
  const say = useWords()
  const { client } = usePage()
  const [wrong, setWrong] = useState<string | null>(null)
  const remove = async (): Promise<void> => {
    const removed = await client.accounts.remove({ account: row.account })
    if (removed.ok) onClose()
    else setWrong(say.sentence(removed.failure.sentence))
  }
  return (
    <Dialog title={say('settings.remove')} onClose={onClose}>
      <div className="modal-body">
        <p>{say('settings.remove.sure', { label: row.label })}</p>
        {wrong !== null && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {say('settings.cancel')}
          </button>
          <button type="button" className="button danger" onClick={() => void remove()}>
            {say('settings.remove')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
