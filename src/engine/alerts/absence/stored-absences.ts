import { z } from 'zod'
import { absenceKey, absenceRow, type AbsenceRow } from '../../../shared/alert-rows.ts'

const open = z.strictObject({ from: absenceRow.shape.from, cause: absenceRow.shape.cause })
const { account } = absenceRow.shape
const gap = z.strictObject({ account: account.unwrap(), since: absenceRow.shape.from })
/** Defaults are for what was written before single accounts were told of. */
const storedAbsences = z.strictObject({
  open: open.nullable(),
  gaps: z.array(gap).default([]),
  rows: z.array(absenceRow.extend({ account: account.default(null) })),
})

/** Absences as they are kept, newest first; `open` and `gaps` were not over when it was written. */
export type StoredAbsences = z.infer<typeof storedAbsences>

export const MOST_ABSENCES = 50

export function readAbsences(stored: unknown): StoredAbsences {
  const read = storedAbsences.safeParse(stored)
  return read.success ? read.data : { open: null, gaps: [], rows: [] }
}

/** With one more; the oldest go. */
export function withAbsence(rows: readonly AbsenceRow[], row: AbsenceRow): readonly AbsenceRow[] {
  const others = rows.filter((other) => absenceKey(other) !== absenceKey(row))
  return [row, ...others].sort((a, b) => b.from - a.from).slice(0, MOST_ABSENCES)
}
