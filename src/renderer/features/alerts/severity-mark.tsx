import type { Severity } from '../../../shared/alert-rows.ts'
import { useWords } from '../../words/words.ts'

/** A circle, a triangle, an octagon: told apart without colour. */
const SHAPES: Readonly<Record<Severity, string>> = {
  info: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.010',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.010',
  critical: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7v6M12 16.500v.010',
}

/** How grave an alert is: by shape, colour and word. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const say = useWords()
  return (
    <span className={`severity ${severity}`}>
      <svg
        viewBox="0 0 24 24"
        width="15"
        height="15"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={SHAPES[severity]} />
      </svg>
      {say(`severity.${severity}`)}
    </span>
  )
}
