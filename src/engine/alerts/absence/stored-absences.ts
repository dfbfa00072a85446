import { z } from 'zod'
import { absenceRow, type AbsenceRow } from '../../../shared/alert-rows.ts'

const open = z.strictObject({ from: absenceRow.shape.from, cause: absenceRow.shape.cause })
const storedAbsences = z.strictObject({ open: open.nullable(), rows: z.array(absenceRow) })

/** Absences as they are kept, newest first; `open` is one that was not over when it was written. */
export type StoredAbsences = z.infer<typeof storedAbsences>

export const MOST_ABSENCES = 50

export function readAbsences(stored: unknown): StoredAbsences {
  const read = storedAbsences.safeParse(stored)
  return read.success ? read.data : { open: null, rows: [] }
}

/** With one more; the oldest go. */
export function withAbsence(rows: readonly AbsenceRow[], row: AbsenceRow): readonly AbsenceRow[] {
  const others = rows.filter(({ from }) => from !== row.from)
  return [row, ...others].sort((a, b) => b.from - a.from).slice(0, MOST_ABSENCES)
}
