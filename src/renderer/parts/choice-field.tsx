import { useId } from 'react'

interface ChoiceFieldProps<Option extends string> {
  readonly label: string
  readonly value: Option
  readonly options: readonly (readonly [option: Option, label: string])[]
  readonly onChange: (option: Option) => void
}

/** One of many, by its name. */
export function ChoiceField<const Option extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceFieldProps<Option>) {
  const id = useId()
  const choose = (text: string): void => {
    const chosen = options.find(([option]) => option === text)
    if (chosen !== undefined) onChange(chosen[0])
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
