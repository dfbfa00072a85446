import { memo } from 'react'
import type { Column } from './column.ts'

interface DataRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly mood: string
  readonly index: number
  readonly onChoose?: (row: Row) => void
}

/** One row, rendered again only when it, its columns or its mood change. */
export const DataRow = memo(Line) as typeof Line

function Line<Row>({ row, columns, mood, index, onChoose }: DataRowProps<Row>) {
  const choose = onChoose === undefined ? {} : { onClick: () => onChoose(row), className: `${mood} choosable` }
  return (
    <tr className={mood} aria-rowindex={index} {...choose}>
      {columns.map((column) => (
        <td key={column.id} className={column.align}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
