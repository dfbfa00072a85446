import type { LiveSource } from '../shared/client.ts'
import type { Stop } from '../shared/link.ts'
import type { Desktop } from './ports/desktop.ts'
import type { EngineState } from './state.ts'
import type { Table } from './tables.ts'

/** Shows the desktop app's rows beside the engine's own, so that they reach the page in the same frames. */
export function followDesktop(desktop: Desktop | null, state: EngineState): Stop {
  if (desktop === null) return () => undefined
  const stops = [
    follow(desktop.state, state.desktop),
    follow(desktop.wanted, state.wanted),
    follow(desktop.update, state.update),
  ]
  return () => stops.forEach((stop) => stop())
}

function follow<Row extends object>(source: LiveSource<Row>, table: Table<Row>): Stop {
  table.replace(new Map(source.rows()))
  return source.onChange((key) => table.set(key, source.get(key) ?? null))
}
