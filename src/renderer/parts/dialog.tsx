import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Icon } from './icon.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly className?: string
  readonly children: ReactNode
}

/** A modal dialog: the browser's own, which keeps the focus inside and gives it back. Shown while it is rendered. */
export function Dialog({ title, onClose, className = '', children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const say = useWords()
  const name = useId()
  // Before it leaves the document: only a dialog that is in it gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // The browser would give the focus to the close button, which comes first.
    dialog?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={`floating modal ${className}`}
      aria-labelledby={name}
      onCancel={onClose}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div className="modal-head">
        <h2 id={name}>{title}</h2>
        <span className="space" />
        <button type="button" className="icon" aria-label={say('dialog.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
