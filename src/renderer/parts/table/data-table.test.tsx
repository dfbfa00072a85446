// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { prepareDom } from '../../test/dom.ts'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'

prepareDom()

interface Row {
  readonly name: string
  readonly value: string
}

const named = (count: number): ReadonlyMap<string, Row> =>
  new Map(Array.from({ length: count }, (_, index) => [`r${index}`, { name: `N${index + 100}`, value: `${index}` }]))

function setUp(rows: ReadonlyMap<string, Row>) {
  const drawn: string[] = []
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: 'Name', align: 'start', usual: 'shown', plain: (row) => row.name, cell: (row) => row.name },
    {
      id: 'value',
      title: 'Value',
      align: 'end',
      usual: 'shown',
      plain: (row) => row.value,
      cell: (row) => (drawn.push(row.name), row.value),
    },
  ]
  const onChoose = vi.fn()
  const first = { id: 'name', desc: false }
  const table = (now: ReadonlyMap<string, Row>, sum: string) => (
    <DataTable label="Rows" {...{ columns, first, onChoose }} rows={now} totals={{ value: sum }} empty="none" />
  )
  const { rerender } = render(table(rows, 'sum'))
  return { drawn, onChoose, change: (now: ReadonlyMap<string, Row>, sum: string) => rerender(table(now, sum)) }
}

const names = () =>
  [...document.querySelectorAll('tbody tr[data-index] td:first-child')].map((cell) => cell.textContent)
const rowAt = (index: number) => document.querySelector<HTMLElement>(`tr[data-index="${index}"]`)!

it('renders only the rows that changed, whatever becomes of the totals', () => {
  const rows = named(12)
  const { drawn, change } = setUp(rows)
  drawn.length = 0
  change(new Map([...rows, ['r3', { name: 'N103', value: '-7' }]]), 'another sum')
  expect(drawn).toEqual(['N103'])
  expect(document.querySelector('tfoot')?.textContent).toBe('another sum')
})

it('renders no more than those in sight of two hundred rows, thirty frames a second', () => {
  const rows = new Map(named(200))
  const { drawn, change } = setUp(rows)
  expect(document.querySelectorAll('tbody tr[data-index]').length).toBeLessThan(40)
  drawn.length = 0
  for (let frame = 1; frame <= 30; frame += 1) {
    rows.set('r5', { name: 'N105', value: `${frame}.5` })
    rows.set('r150', { name: 'N250', value: `${frame}` })
    change(new Map(rows), `${frame}`)
  }
  expect(drawn).toEqual(Array.from({ length: 30 }, () => 'N105'))
})

it('sorts by the column that is pressed, and the other way when pressed again', () => {
  setUp(named(3))
  fireEvent.click(screen.getByRole('button', { name: 'Value' }))
  expect(names()).toEqual(['N102', 'N101', 'N100'])
  fireEvent.click(screen.getByRole('button', { name: 'Value' }))
  expect(names()).toEqual(['N100', 'N101', 'N102'])
  expect(screen.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('ascending')
})

it('is one stop in the tab order, and arrows go from row to row', async () => {
  const { onChoose } = setUp(named(5))
  expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1)
  act(() => rowAt(0).focus())
  const press = async (key: string) => {
    fireEvent.keyDown(document.activeElement!, { key })
    await act(() => new Promise((done) => requestAnimationFrame(done)))
  }
  await press('ArrowDown')
  expect(document.activeElement).toBe(rowAt(1))
  await press('End')
  expect(document.activeElement).toBe(rowAt(4))
  await press('ArrowDown')
  expect(document.activeElement).toBe(rowAt(4))
  await press('Home')
  await press('Enter')
  expect(onChoose).toHaveBeenCalledExactlyOnceWith({ name: 'N100', value: '0' })
  expect(rowAt(0).tabIndex).toBe(0)
  expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1)
})

it('says what it is told to say where there are no rows', () => {
  setUp(new Map())
  expect(document.body.textContent).toBe('none')
})
