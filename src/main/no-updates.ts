import type { Desktop } from '../engine/ports/desktop.ts'
import { createTables } from '../engine/tables.ts'
import type { UpdateRow } from '../shared/desktop-rows.ts'
import { fail, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'

/** The part of the desktop port that is about updates. */
export type Updates = Pick<Desktop, 'update' | 'checkForUpdate' | 'downloadUpdate' | 'installUpdate'>

/** For a program that cannot update itself. */
export function noUpdates(current: string): Updates {
  const update = createTables().table<UpdateRow>()
  const problem = sentence('update.unavailable')
  const none = { version: null, notes: null, publishedAt: null, percent: null, checkedAt: null }
  update.set('update', { state: 'unavailable', current, ...none, problem })
  const refuse = (): Promise<Result<null>> => Promise.resolve(fail({ code: 'unavailable', sentence: problem }))
  return { update, checkForUpdate: refuse, downloadUpdate: refuse, installUpdate: refuse }
}
