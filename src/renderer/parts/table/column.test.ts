import { expect, it } from 'vitest'
import { comparePlain, shownColumns, toCsv, type Column, type Plain } from './column.ts'

interface Row {
  readonly name: string
  readonly amount: Plain
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', align: 'start', cell: () => null, plain: (row) => row.name, usual: 'shown' },
  {
    id: 'amount',
    title: 'Amount, exact',
    align: 'end',
    cell: () => null,
    plain: (row) => row.amount,
    usual: 'hidden',
    secret: true,
  },
]

it('sorts decimals by value and unknown last', () => {
  const sorted = ['9', '10.5', '-1', null, '10.50000000000000001'].sort(comparePlain)
  expect(sorted).toEqual(['-1', '9', '10.5', '10.50000000000000001', null])
  expect(['b', 'a'].sort(comparePlain)).toEqual(['a', 'b'])
  expect([2, 10, 1].sort(comparePlain)).toEqual([1, 2, 10])
})

it('shows the usual columns until the user chooses', () => {
  expect(shownColumns(columns, undefined).map(({ id }) => id)).toEqual(['name'])
  expect(shownColumns(columns, ['amount', 'gone', 'name']).map(({ id }) => id)).toEqual(['amount', 'name'])
})

it('copies exact digits, quotes what must be, defuses formulas and hides amounts in privacy mode', () => {
  const rows = [
    { name: 'a "b", c', amount: '10000.123456789012345678' },
    { name: '=SUM(A1)', amount: '-5' },
    { name: 'when', amount: Date.UTC(2026, 10, 21) },
    { name: 'none', amount: null },
  ]
  expect(toCsv(columns, rows, false).split('\r\n')).toEqual([
    'Name,"Amount, exact"',
    '"a ""b"", c",10000.123456789012345678',
    "'=SUM(A1),-5",
    'when,2026-11-21T00:00:00.000Z',
    'none,',
  ])
  expect(toCsv(columns, rows, true)).not.toMatch(/10000|-5/)
})
