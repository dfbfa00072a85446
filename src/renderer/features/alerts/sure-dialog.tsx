import { useState } from 'react'
import type { Result } from '../../../shared/result.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Wrong } from '../../parts/wrong.tsx'
import { useWords } from '../../words/words.ts'

interface SureDialogProps {
  /** What is done, as the button says it too. */
  readonly title: string
  readonly question: string
  readonly act: () => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** Asks once more before something is taken away. */
export function SureDialog({ title, question, act, onClose }: SureDialogProps) {
  const say = useWords()
  const [wrong, setWrong] = useState<string | null>(null)
  const run = async (): Promise<void> => {
    const done = await act()
    if (done.ok) onClose()
    else setWrong(say.sentence(done.failure.sentence))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="modal-body">
        <p>{question}</p>
        <Wrong text={wrong} />
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {say('settings.cancel')}
          </button>
          <button type="button" className="button danger" onClick={() => void run()}>
            {title}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
