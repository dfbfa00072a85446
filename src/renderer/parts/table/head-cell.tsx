import type { Column } from './column.ts'
import type { Sorting } from './sorting.ts'

interface HeadCellProps<Row> {
  readonly column: Column<Row>
  readonly sorting: Sorting
  readonly onSort: (id: string) => void
}

/** A column's name, which sorts by it. */
export function HeadCell<Row>({ column, sorting, onSort }: HeadCellProps<Row>) {
  if (column.tools === true) {
    return (
      <th scope="col" className={`${column.align} tools`}>
        {column.title}
      </th>
    )
  }
  const active = sorting.id === column.id
  const order = active ? (sorting.desc ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" className={column.align} aria-sort={order}>
      <button type="button" onClick={() => onSort(column.id)}>
        {column.title}
        <span aria-hidden="true" className="order">
          {active ? (sorting.desc ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
