import { approximate, compare, ONE, type Decimal } from '../../../shared/decimal.ts'
import { Amount, Percent } from '../../parts/figure.tsx'
import { useFormats } from '../../format/formats.ts'

/** How far the mark price is from liquidation, as a bar and in percent; beyond the price itself it says only that. */
export function Distance({ value }: { readonly value: Decimal | null }) {
  if (value === null) return <Amount value={null} />
  const share = Math.min(1, approximate(value))
  const tone = share < 0.05 ? 'down' : share < 0.15 ? 'warn' : ''
  return (
    <span className="distance">
      <span className={`meter ${tone}`}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {compare(value, ONE) > 0 ? <Beyond /> : <Percent value={value} places={1} />}
    </span>
  )
}

function Beyond() {
  const { percent } = useFormats()
  return <span className="number">&gt;{percent(ONE, 0)}</span>
}
