import type { FillRow } from '../../../shared/account-rows.ts'
import { isZero } from '../../../shared/decimal.ts'
import { Amount } from '../../parts/figure.tsx'
import type { Column } from '../../parts/table/column.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'
import { SymbolButton } from './symbol-cell.tsx'

/** The facts of a fill that the user wants to see, by the ids of their columns. */
type Facts = ReadonlySet<string>

/** A fill in two lines, for a narrow card: when; what and how; at which price and with which result. */
export function fillLines(say: Say, chosen: readonly Column<FillRow>[]): readonly Column<FillRow>[] {
  const facts: Facts = new Set(chosen.map(({ id }) => id))
  const withResult = facts.has('price') || facts.has('realised')
  return [
    ...(facts.has('time') ? [whenColumn(say)] : []),
    tradeColumn(say, facts),
    ...(withResult ? [resultColumn(say, facts)] : []),
  ]
}

function whenColumn(say: Say): Column<FillRow> {
  return {
    id: 'time',
    title: say('column.time'),
    align: 'start',
    usual: 'shown',
    plain: (row) => row.at,
    cell: (row) => <When at={row.at} />,
  }
}

function tradeColumn(say: Say, facts: Facts): Column<FillRow> {
  return {
    id: 'symbol',
    title: say('column.symbol'),
    align: 'start',
    usual: 'shown',
    plain: (row) => row.symbol,
    cell: (row) => <Trade row={row} facts={facts} />,
  }
}

function resultColumn(say: Say, facts: Facts): Column<FillRow> {
  return {
    id: 'price',
    title: say('column.price'),
    align: 'end',
    usual: 'shown',
    plain: (row) => row.price,
    cell: (row) => <Outcome row={row} facts={facts} />,
  }
}

function When({ at }: { readonly at: number }) {
  const { time } = useFormats()
  const { engineNow } = usePage()
  const day = time.day(at)
  return (
    <span className="lines faint">
      <span className="number">{time.clock(at)}</span>
      {day !== time.day(engineNow()) && <span className="number">{day}</span>}
    </span>
  )
}

interface FactsProps {
  readonly row: FillRow
  readonly facts: Facts
}

function Trade({ row, facts }: FactsProps) {
  const say = useWords()
  const tone = row.side === 'buy' ? 'up' : 'down'
  return (
    <span className="lines">
      <span className="fill-trade">
        {facts.has('symbol') && <SymbolButton instrument={row.instrument} symbol={row.symbol} />}
        {facts.has('side') && <span className={tone}>{say(`side.${row.side}`)}</span>}
        {facts.has('quantity') && <Amount value={row.quantity} />}
        {facts.has('cause') && row.cause !== 'trade' && <span className="warn">{say(`cause.${row.cause}`)}</span>}
      </span>
      <How row={row} facts={facts} />
    </span>
  )
}

function How({ row, facts }: FactsProps) {
  const say = useWords()
  const { queries } = usePage()
  const label = useRow(queries.accounts, row.account)?.label
  const knowsLiquidity = facts.has('liquidity') && row.liquidity !== 'unknown'
  return (
    <span className="dotted soft">
      {facts.has('account') && <span>{label}</span>}
      {knowsLiquidity && <span>{say(`liquidity.${row.liquidity}`)}</span>}
      {facts.has('fee') && (
        <span>
          <Amount value={row.fee} unit={facts.has('feeAsset') ? row.feeAsset : undefined} />
        </span>
      )}
    </span>
  )
}

function Outcome({ row, facts }: FactsProps) {
  const say = useWords()
  const opened = row.realisedPnl !== null && isZero(row.realisedPnl)
  return (
    <span className="lines">
      {facts.has('price') && <Amount value={row.price} kind="price" />}
      {facts.has('realised') && opened && <span className="faint">{say('fill.open')}</span>}
      {facts.has('realised') && !opened && <Amount value={row.realisedPnl} places={2} change="arrowed" />}
    </span>
  )
}
