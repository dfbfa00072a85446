import { useState } from 'react'
import type { Result } from '../../../shared/result.ts'

interface Older<Row> {
  readonly rows: ReadonlyMap<string, Row>
  readonly state: 'idle' | 'loading' | 'end' | 'failed'
  readonly load: () => void
}

interface Dated {
  readonly at: number
}

const PAGE = 100

/** Older rows behind the live newest ones, page by page. A row that is in both is shown once. */
export function useOlder<Row extends Dated>(
  newest: ReadonlyMap<string, Row>,
  keyOf: (row: Row) => string,
  ask: (before: number, count: number) => Promise<Result<readonly Row[]>>,
): Older<Row> {
  const [older, setOlder] = useState<ReadonlyMap<string, Row>>(new Map())
  const [state, setState] = useState<Older<Row>['state']>('idle')
  const rows = older.size === 0 ? newest : new Map([...older, ...newest])

  async function read(): Promise<void> {
    setState('loading')
    const before = Math.min(...[...rows.values()].map((row) => row.at)) + 1
    const page = await ask(before, PAGE)
    if (!page.ok) return setState('failed')
    const fresh = page.value.filter((row) => !rows.has(keyOf(row)))
    setOlder(new Map([...older, ...fresh.map((row) => [keyOf(row), row] as const)]))
    setState(fresh.length === 0 ? 'end' : 'idle')
  }

  return { rows, state, load: () => void read() }
}
