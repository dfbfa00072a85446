import { Popover } from 'radix-ui'
import { useMemo, useState } from 'react'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { Icon } from '../icon.tsx'
import { shownColumns, toCsv, type Column } from './column.ts'

interface TableToolsProps<Row> {
  /** The table's name in the settings. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: ReadonlyMap<string, Row>
}

/** The columns the user chose for a table, kept by the engine; the same array until the choice changes. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const { queries } = usePage()
  const chosen = useRow(queries.settings, 'settings')?.columns[name]
  return useMemo(() => shownColumns(columns, chosen), [columns, chosen])
}

/** Choosing a table's columns and copying it. */
export function TableTools<Row>({ name, columns, rows }: TableToolsProps<Row>) {
  return (
    <>
      <ColumnChoice name={name} columns={columns} />
      <CopyButton name={name} columns={columns} rows={rows} />
    </>
  )
}

function ColumnChoice<Row>({ name, columns }: Pick<TableToolsProps<Row>, 'name' | 'columns'>) {
  const say = useWords()
  const { client, queries } = usePage()
  const settings = useRow(queries.settings, 'settings')
  const shown = shownColumns(columns, settings?.columns[name]).map(({ id }) => id)
  const toggle = (id: string): void => {
    const next = columns
      .map((column) => column.id)
      .filter((each) => (each === id ? !shown.includes(id) : shown.includes(each)))
    if (next.length > 0) void client.settings.change({ columns: { ...settings?.columns, [name]: next } })
  }
  return (
    <Popover.Root>
      <Popover.Trigger className="icon small" aria-label={say('table.columns')}>
        <Icon name="columns" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="floating menu" align="end" sideOffset={6} aria-label={say('table.columns')}>
          {columns.map((column) => (
            <label key={column.id} className="choice">
              <input type="checkbox" checked={shown.includes(column.id)} onChange={() => toggle(column.id)} />
              {column.title}
            </label>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function CopyButton<Row>({ name, columns, rows }: TableToolsProps<Row>) {
  const say = useWords()
  const { privacy } = useFormats()
  const shown = useColumns(name, columns)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toCsv(shown, [...rows.values()], privacy))
    setCopied(true)
    setTimeout(() => setCopied(false), 1_500)
  }
  return (
    <button
      type="button"
      className="icon small"
      aria-label={copied ? say('table.copied') : say('table.copy')}
      onClick={() => void copy()}
    >
      <Icon name="copy" />
      <span className="unseen" role="status">
        {copied ? say('table.copied') : ''}
      </span>
    </button>
  )
}
