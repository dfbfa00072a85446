import { ToggleGroup } from 'radix-ui'

interface SegmentedProps<Option extends string> {
  readonly label: string
  readonly value: Option
  readonly options: readonly (readonly [option: Option, label: string])[]
  readonly onChange: (option: Option) => void
}

/** One of a few, all visible. */
export function Segmented<const Option extends string>({ label, value, options, onChange }: SegmentedProps<Option>) {
  const choose = (text: string): void => {
    const chosen = options.find(([option]) => option === text)
    if (chosen !== undefined) onChange(chosen[0])
  }
  return (
    <ToggleGroup.Root type="single" className="segmented" aria-label={label} value={value} onValueChange={choose}>
      {options.map(([option, text]) => (
        <ToggleGroup.Item key={option} value={option}>
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
