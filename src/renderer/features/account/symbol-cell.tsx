import type { Freshness } from '../../../shared/fields.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

interface SymbolCellProps {
  readonly account: string
  readonly instrument: InstrumentId
  readonly symbol: string
  readonly side?: 'long' | 'short'
  readonly margin?: 'cross' | 'isolated' | 'portfolio'
  /** Told when the row is not live: since when nothing was heard. */
  readonly stale?: { readonly freshness: Freshness; readonly since: number } | null
}

/** A contract's symbol with what tells its rows apart: side, account, margin, and its age when it is stale. */
export function SymbolCell({ account, instrument, symbol, side, margin, stale }: SymbolCellProps) {
  const say = useWords()
  const { queries } = usePage()
  const label = useRow(queries.accounts, account)?.label ?? ''
  return (
    <span className="symbol-cell">
      <span className="symbol">
        <SymbolButton instrument={instrument} symbol={symbol} />
        {side !== undefined && <span className={`side ${side}`}>{say(`side.${side}`)}</span>}
      </span>
      <span className="tag">
        {label}
        {margin !== undefined && ` · ${say(`margin.${margin}`)}`}
        {stale != null && stale.freshness !== 'live' && <StaleAge since={stale.since} />}
      </span>
    </span>
  )
}

type SymbolButtonProps = Pick<SymbolCellProps, 'instrument' | 'symbol'>

/** A symbol that opens its chart. */
export function SymbolButton({ instrument, symbol }: SymbolButtonProps) {
  const { view } = usePage()
  return (
    <button type="button" className="symbol" onClick={() => view.setState({ tab: 'markets', instrument })}>
      {symbol}
    </button>
  )
}

function StaleAge({ since }: { readonly since: number }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  return <span className="old"> · {say('stale.since', { age: time.age(now - since) })}</span>
}
