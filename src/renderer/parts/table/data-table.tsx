import { useRef, type ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Column } from './column.ts'
import { DataRow } from './data-row.tsx'
import { HeadCell } from './head-cell.tsx'
import { useSorted } from './sorting.ts'

interface DataTableProps<Row> {
  readonly label: string
  readonly rows: ReadonlyMap<string, Row>
  readonly columns: readonly Column<Row>[]
  /** Sorted so until the user says otherwise. */
  readonly first: { readonly id: string; readonly desc: boolean }
  /** Classes of a row, such as that it is stale. */
  readonly mood?: (row: Row) => string
  readonly onChoose?: (row: Row) => void
  readonly empty: ReactNode
  /** Stands below the rows, such as a button for older ones. */
  readonly foot?: ReactNode
}

const ROW_PX = 36

/** A table of live rows: sortable, with only the rows in sight in the document, and its totals under the columns. */
export function DataTable<Row>({ label, rows, columns, first, mood, onChoose, empty, foot }: DataTableProps<Row>) {
  const area = useRef<HTMLDivElement>(null)
  const { sorted, sorting, sortBy } = useSorted(rows, columns, first)
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => area.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => sorted[index]?.key ?? index,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const hasTotals = columns.some((column) => column.total !== undefined) && sorted.length > 0

  if (sorted.length === 0) return <>{empty}</>
  return (
    <div ref={area} className="table-area scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} span={columns.length} />
          {items.map((item) => {
            const entry = sorted[item.index]
            if (entry === undefined) return null
            const common = { columns, mood: mood?.(entry.row) ?? '', index: item.index + 2 }
            return (
              <DataRow key={entry.key} row={entry.row} {...common} {...(onChoose === undefined ? {} : { onChoose })} />
            )
          })}
          <Spacer height={below} span={columns.length} />
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={column.align}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {foot}
    </div>
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
