import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Row as TableRow,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { comparePlain, type Column, type Plain } from './column.ts'

export interface Sorting {
  readonly id: string
  readonly desc: boolean
}

export interface Entry<Row> {
  readonly key: string
  readonly row: Row
}

interface Sorted<Row> {
  readonly sorted: readonly Entry<Row>[]
  readonly sorting: Sorting
  readonly sortBy: (id: string) => void
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/** Rows in the user's order. Rows that compare equal keep the order of their keys, so nothing jumps. */
export function useSorted<Row>(
  rows: ReadonlyMap<string, Row>,
  columns: readonly Column<Row>[],
  first: Sorting,
): Sorted<Row> {
  const [sorting, setSorting] = useState<Sorting>(first)
  const data = useMemo(() => entries(rows), [rows])
  const definitions = useMemo(() => columns.map(definition), [columns])
  const known = columns.some(({ id }) => id === sorting.id)
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: ({ key }: Entry<Row>) => key,
    state: { sorting: known ? [sorting] : [] },
  })
  const sorted = table.getRowModel().rows.map((row) => row.original)
  return { sorted, sorting, sortBy: (id) => setSorting((now) => ({ id, desc: now.id === id ? !now.desc : true })) }
}

function entries<Row>(rows: ReadonlyMap<string, Row>): Entry<Row>[] {
  return [...rows].map(([key, row]) => ({ key, row })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

function definition<Row>({ id, plain }: Column<Row>) {
  return {
    id,
    accessorFn: ({ row }: Entry<Row>): Plain => plain(row),
    sortFn: (a: TableRow<typeof features, Entry<Row>>, b: TableRow<typeof features, Entry<Row>>) =>
      comparePlain(plain(a.original.row), plain(b.original.row)),
  }
}
