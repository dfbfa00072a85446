import type { Log } from '../../engine/ports/log.ts'
import { createTables } from '../../engine/tables.ts'
import type { LiveSource } from '../../shared/client.ts'
import type { UpdateRow } from '../../shared/desktop-rows.ts'
import { nextModel, type UpdateEvent, type UpdateModel } from './row.ts'

/** Where an update stands, for everybody who moves it and everybody who looks. */
export interface Board {
  /** One row, `update`. */
  readonly rows: LiveSource<UpdateRow>
  row(): UpdateRow
  take(event: UpdateEvent): void
}

export function createBoard(first: UpdateModel, log: Log): Board {
  const table = createTables().table<UpdateRow>()
  const current = { model: first }
  table.set('update', first.row)
  return {
    rows: table,
    row: () => current.model.row,
    take: (event) => {
      current.model = nextModel(current.model, event)
      table.set('update', current.model.row)
      if ('why' in event) log.warn('update came to nothing', { at: event.kind, why: event.why.id })
    },
  }
}
