import { memo, type KeyboardEvent, type Ref } from 'react'
import type { Column } from './column.ts'

interface DataRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly mood: string
  readonly index: number
  readonly inTabOrder: boolean
  /** Told of the row's element, to learn how high it is. */
  readonly measure: Ref<HTMLTableRowElement>
  readonly onChoose: ((row: Row) => void) | undefined
}

/** One row, rendered again only when it, its columns, its place or its mood change. */
export const DataRow = memo(Line) as typeof Line

function Line<Row>({ row, columns, mood, index, inTabOrder, measure, onChoose }: DataRowProps<Row>) {
  const chooseByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onChoose?.(row)
  }
  return (
    <tr
      ref={measure}
      className={`${mood} ${onChoose === undefined ? '' : 'choosable'}`}
      aria-rowindex={index + 2}
      aria-describedby="figure-tip"
      data-index={index}
      tabIndex={inTabOrder ? 0 : -1}
      onClick={() => onChoose?.(row)}
      onKeyDown={chooseByKey}
    >
      {columns.map((column) => (
        <td key={column.id} className={column.align}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
