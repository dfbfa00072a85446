import type { ReactNode } from 'react'
import type { TotalRow } from '../../../shared/account-rows.ts'
import { approximate, div, isZero, type Decimal } from '../../../shared/decimal.ts'
import { Age } from '../../parts/age.tsx'
import { Amount, Percent } from '../../parts/figure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { HIDDEN } from '../../../shared/format/amount.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWaiting } from '../../state/use-waiting.ts'
import { useWords } from '../../words/words.ts'

/** The figures a trader glances at. */
export function Cards({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { queries } = usePage()
  const total = useRow(queries.totals, account)
  const waiting = useWaiting(queries.totals) === 'waiting'
  const stale = total !== undefined && total.freshness !== 'live' ? 'aged' : ''
  if (waiting) return <Waiting />
  return (
    <section className={`cards ${stale}`} aria-label={say('cards.title')}>
      <EquityCard total={total} />
      <Figure
        name={say('card.wallet')}
        value={<Amount value={total?.wallet} places={2} dated={total} />}
        note={total?.currency}
      />
      <Figure
        name={say('card.available')}
        value={<Amount value={total?.available} places={2} dated={total} />}
        note={<Free total={total} />}
      />
      <Figure
        name={say('card.positions')}
        value={<Amount value={total?.positionValue} places={2} dated={total} />}
        note={<Times total={total} />}
      />
      <Figure
        name={say('card.pnl')}
        value={<Amount value={total?.unrealisedPnl} places={2} change="signed" dated={total} />}
        note={<OfWallet total={total} />}
      />
      <MarginCard total={total} />
      <Figure
        name={say('card.drawdown')}
        value={<Percent value={total?.drawdown} dated={total} />}
        note={<Peak total={total} />}
      />
    </section>
  )
}

const NAMES = ['equity', 'wallet', 'available', 'positions', 'pnl', 'margin', 'drawdown'] as const

/** The cards before the first figure came. */
function Waiting() {
  const say = useWords()
  return (
    <section className="cards" aria-label={say('cards.title')} aria-busy="true">
      {NAMES.map((name) => (
        <Figure key={name} className={name === 'equity' ? 'big' : ''} name={say(`card.${name}`)} value={<Skeleton />} />
      ))}
    </section>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: ReactNode
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly className?: string
}

function Figure({ name, value, note, aside, className = '' }: FigureProps) {
  return (
    <div className={`card figure-card ${className}`}>
      <div className="figure-name">
        <span>{name}</span>
        {aside}
      </div>
      <div className="figure-value">{value}</div>
      <div className="figure-note">{note}</div>
    </div>
  )
}

interface TotalProps {
  readonly total: TotalRow | undefined
}

function EquityCard({ total }: TotalProps) {
  const say = useWords()
  const aside =
    total === undefined ? null : (
      <span className="faint">
        {say(`source.${total.source}`)} · <Age since={total.heardAt} />
      </span>
    )
  const note =
    total === undefined || total.leftOut.length === 0
      ? total?.currency
      : say('card.leftOut', { names: total.leftOut.join(', ') })
  return (
    <Figure
      className="big"
      name={say('card.equity')}
      aside={aside}
      value={<Amount value={total?.equity} places={2} dated={total} />}
      note={note}
    />
  )
}

function MarginCard({ total }: TotalProps) {
  const say = useWords()
  const share = total?.marginRatio == null ? 0 : approximate(total.marginRatio)
  const mood = share >= 0.8 ? 'down' : share >= 0.5 ? 'warn' : ''
  const meter = (
    <div className={`meter ${mood}`} title={say('card.liquidation')}>
      <span style={{ width: `${Math.min(100, share * 100)}%` }} />
    </div>
  )
  return <Figure name={say('card.margin')} value={<Percent value={total?.marginRatio} dated={total} />} note={meter} />
}

function Free({ total }: TotalProps) {
  const say = useWords()
  const { percent } = useFormats()
  const share = ratio(total?.available, total?.equity)
  return share === null ? null : say('card.free', { share: percent(share, 0) })
}

function Times({ total }: TotalProps) {
  const say = useWords()
  const { rounded } = useFormats()
  const times = ratio(total?.positionValue, total?.equity)
  return times === null ? null : say('card.times', { times: rounded(times, 1) })
}

function OfWallet({ total }: TotalProps) {
  const say = useWords()
  const { percent } = useFormats()
  const share = ratio(total?.unrealisedPnl, total?.wallet)
  return share === null ? null : say('card.ofWallet', { share: percent(share, 2) })
}

function Peak({ total }: TotalProps) {
  const say = useWords()
  const { rounded, privacy } = useFormats()
  if (total?.peakEquity == null) return null
  return say('card.peak', { amount: privacy ? HIDDEN : rounded(total.peakEquity, 2) })
}

function ratio(part: Decimal | null | undefined, whole: Decimal | null | undefined): Decimal | null {
  return part == null || whole == null || isZero(whole) ? null : div(part, whole, 8, 'half-even')
}
