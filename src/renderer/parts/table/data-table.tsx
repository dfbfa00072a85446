import type { ReactNode } from 'react'
import type { Column } from './column.ts'
import { DataRow } from './data-row.tsx'
import { HeadCell } from './head-cell.tsx'
import { useSorted } from './sorting.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useRowWindow } from './use-row-window.ts'

interface DataTableProps<Row> {
  readonly label: string
  readonly rows: ReadonlyMap<string, Row>
  /** The same array as long as nothing about the columns changes: rows are rendered again with it. */
  readonly columns: readonly Column<Row>[]
  /** What stands under the columns, by their ids. */
  readonly totals?: Readonly<Record<string, ReactNode>>
  /** Sorted so until the user says otherwise. */
  readonly first: { readonly id: string; readonly desc: boolean }
  /** Classes of a row, such as that it is stale. */
  readonly mood?: (row: Row) => string
  readonly onChoose?: (row: Row) => void
  readonly empty: ReactNode
  /** Stands below the rows, such as a button for older ones. */
  readonly foot?: ReactNode
}

/** A table of live rows: sortable, with only the rows in sight in the document, and its totals under the columns. */
export function DataTable<Row>({ label, rows, columns, totals, first, ...rest }: DataTableProps<Row>) {
  const { mood, onChoose, empty, foot } = rest
  const { sorted, sorting, sortBy } = useSorted(rows, columns, first)
  const { area, shown, above, below, measure, reveal } = useRowWindow(sorted)
  const { active, onFocus, onKeyDown } = useRowFocus(sorted.length, reveal)
  const stop = shown.includes(active) ? active : shown[0]

  if (sorted.length === 0) return <>{empty}</>
  return (
    <div ref={area} className="table-area scroll" role="group" aria-label={label}>
      <table className="table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody onFocus={onFocus} onKeyDown={onKeyDown}>
          <Spacer height={above} span={columns.length} />
          {shown.map((index) => {
            const entry = sorted[index]
            if (entry === undefined) return null
            const { key, row } = entry
            const common = { row, columns, index, measure, onChoose }
            return <DataRow key={key} {...common} mood={mood?.(row) ?? ''} inTabOrder={index === stop} />
          })}
          <Spacer height={below} span={columns.length} />
        </tbody>
        {totals !== undefined && <Totals columns={columns} totals={totals} />}
      </table>
      {foot}
    </div>
  )
}

interface TotalsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly totals: Readonly<Record<string, ReactNode>>
}

function Totals<Row>({ columns, totals }: TotalsProps<Row>) {
  return (
    <tfoot>
      <tr>
        {columns.map(({ id, align }) => (
          <td key={id} className={align}>
            {totals[id]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}
