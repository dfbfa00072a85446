import { useId } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly wrong?: string | undefined
  readonly hint?: string | undefined
  readonly kind?: 'text' | 'password' | 'area'
  readonly most?: number
}

/** A line of text to fill in, with its name, a hint, and what is wrong with it. */
export function TextField({ label, value, onChange, wrong, hint, kind = 'text', most }: TextFieldProps) {
  const id = useId()
  const common = {
    id,
    className: `input ${kind === 'area' ? 'secret-area' : ''}`,
    value,
    maxLength: most,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': wrong !== undefined,
    'aria-describedby': `${id}-note`,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {kind === 'area' ? (
        <textarea rows={2} {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input type={kind} {...common} onChange={(event) => onChange(event.target.value)} />
      )}
      <span
        id={`${id}-note`}
        className={wrong === undefined ? 'faint' : 'wrong'}
        role={wrong === undefined ? undefined : 'alert'}
      >
        {wrong ?? hint}
      </span>
    </div>
  )
}
