import type { Source } from '../../shared/fields.ts'
import type { Decimal } from '../../shared/decimal.ts'
import { arrowOf, HIDDEN, toneOf, UNKNOWN, withSign } from '../../shared/format/amount.ts'
import { useFormats } from '../format/formats.ts'
import { useWords } from '../words/words.ts'

/** Where a figure comes from and how old it is, for its tooltip. */
export interface Dated {
  readonly at: number
  readonly heardAt: number
  readonly source: Source
}

interface AmountProps {
  readonly value: Decimal | null | undefined
  /** Places to round to for the eye; without it every digit that counts is shown. */
  readonly places?: number | undefined
  readonly dated?: Dated | undefined
  /** Amounts are hidden in privacy mode; prices, being public, are not. */
  readonly kind?: 'amount' | 'price'
  /** A change is coloured, signed and given an arrow where asked. */
  readonly change?: 'signed' | 'arrowed'
  readonly unit?: string | undefined
  /** Since when a change is counted, where that wants saying. */
  readonly since?: number | null | undefined
}

/** One figure. Its exact digits, source, exchange time and age are told by the page's one tooltip. */
export function Amount({ value, places, dated, kind = 'amount', change, unit, since }: AmountProps) {
  const formats = useFormats()
  const say = useWords()
  if (value == null)
    return (
      <span className="number faint" aria-label={say('figure.unknown')}>
        {UNKNOWN}
      </span>
    )
  const hidden = kind === 'amount' && formats.privacy
  if (hidden)
    return (
      <span className="number" aria-label={say('privacy.hidden')} {...tip(dated, null)} data-since={since ?? undefined}>
        {HIDDEN}
      </span>
    )
  const text = places === undefined ? formats.brief(value) : formats.rounded(value, places)
  const signed = change === undefined ? text : withSign(text, value)
  const arrow = change === 'arrowed' ? arrowOf(value) : ''
  return (
    <span
      className={`number ${change === undefined ? '' : toneOf(value)}`}
      {...tip(dated, formats.exact(value))}
      data-since={since ?? undefined}
    >
      {arrow !== '' && <span aria-hidden="true">{arrow} </span>}
      {signed}
      {unit !== undefined && <span className="faint unit"> {unit}</span>}
    </span>
  )
}

interface PercentProps {
  /** 0.01 is one percent. */
  readonly value: Decimal | null | undefined
  readonly places?: number
  readonly dated?: Dated | undefined
  readonly change?: 'signed' | 'arrowed'
}

/** A share or a change in percent; shown in privacy mode too. */
export function Percent({ value, places = 2, dated, change }: PercentProps) {
  const formats = useFormats()
  const say = useWords()
  if (value == null)
    return (
      <span className="number faint" aria-label={say('figure.unknown')}>
        {UNKNOWN}
      </span>
    )
  const text = formats.percent(value, places)
  return (
    <span className={`number ${change === undefined ? '' : toneOf(value)}`} {...tip(dated, null)}>
      {change === 'arrowed' && <span aria-hidden="true">{arrowOf(value)} </span>}
      {change === undefined ? text : withSign(text, value)}
    </span>
  )
}

/** What the tooltip reads; in privacy mode no exact digits are left in the document. */
function tip(dated: Dated | undefined, exact: string | null): Record<string, string | number | undefined> {
  return {
    'data-exact': exact ?? undefined,
    'data-source': dated?.source,
    'data-at': dated?.at,
    'data-heard': dated?.heardAt,
  }
}
