import type { Decimal } from '../../shared/decimal.ts'
import { useEngineNow } from './age.tsx'
import { Percent } from './figure.tsx'
import { useFormats } from '../format/formats.ts'

interface CountdownProps {
  readonly rate: Decimal | null
  readonly at: number | null
}

/** The next funding: its rate, and how long until it is paid. */
export function Countdown({ rate, at }: CountdownProps) {
  const { time } = useFormats()
  const now = useEngineNow(10_000)
  return (
    <span className="countdown">
      <Percent value={rate} places={4} />
      {at !== null && at > now && <span className="faint number"> {time.age(at - now)}</span>}
    </span>
  )
}
