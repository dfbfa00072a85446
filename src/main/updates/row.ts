import type { UpdateRow } from '../../shared/desktop-rows.ts'
import { assertNever } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Release } from './release.ts'

/**
 * What may be done with this copy of the program: `self` replaces itself, `package` belongs to the system's package
 * manager and is only told of newer versions, `fixed` has no feed.
 */
export type CopyKind = 'self' | 'package' | 'fixed'

/** All there is to know about updates; the row is what people see of it. */
export interface UpdateModel {
  readonly copy: CopyKind
  /** Whether newer versions are looked for unasked. */
  readonly checks: 'on' | 'off'
  readonly row: UpdateRow
}

/** Something that happened to the update. Times are epoch milliseconds. */
export type UpdateEvent =
  | { readonly kind: 'checks'; readonly checks: 'on' | 'off' }
  | { readonly kind: 'check-began' }
  | { readonly kind: 'nothing-newer'; readonly at: number }
  | { readonly kind: 'found'; readonly at: number; readonly release: Release }
  | { readonly kind: 'check-failed'; readonly at: number; readonly why: Sentence }
  | { readonly kind: 'download-began' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded'; readonly release: Release }
  | { readonly kind: 'download-failed'; readonly why: Sentence }
  /** The file that was ready is not fit to be installed any more, or could not be. */
  | { readonly kind: 'install-failed'; readonly why: Sentence }

const nothingKnown = {
  version: null,
  notes: null,
  publishedAt: null,
  percent: null,
  problem: null,
} as const satisfies Partial<UpdateRow>

/** @param problem what is wrong from the start: with the feed, or with the installation before */
export function firstModel(current: string, copy: CopyKind, problem: Sentence | null): UpdateModel {
  const row: UpdateRow = { ...nothingKnown, state: 'idle', current, checkedAt: null }
  return rest({ copy, checks: 'on', row }, { problem })
}

export function nextModel(model: UpdateModel, event: UpdateEvent): UpdateModel {
  switch (event.kind) {
    case 'checks':
      return follow(model, event.checks)
    case 'check-began':
      return show(model, { state: 'checking', problem: lasting(model.row) })
    case 'nothing-newer':
      return rest(model, { ...nothingKnown, checkedAt: event.at })
    case 'found':
      return rest(model, { ...nothingKnown, ...event.release, checkedAt: event.at, problem: lasting(model.row) })
    case 'check-failed':
      return rest(model, { checkedAt: event.at, problem: event.why })
    case 'download-began':
      return show(model, { state: 'downloading', percent: 0, problem: null })
    case 'progress':
      return progress(model, event.percent)
    case 'downloaded':
      return show(model, { ...event.release, state: 'ready', percent: null })
    case 'download-failed':
    case 'install-failed':
      return rest(model, { percent: null, problem: event.why })
    default:
      return assertNever(event)
  }
}

/** Whoever wants no checks wants no news of a version either; one on its way or ready stays. */
function follow(model: UpdateModel, checks: 'on' | 'off'): UpdateModel {
  const changed = { ...model, checks }
  const { state } = model.row
  if (model.checks === checks || model.copy === 'fixed' || isBusy(state)) return changed
  if (checks === 'off') return rest(changed, nothingKnown)
  return state === 'checking' ? changed : rest(changed, {})
}

/** That an installation failed is news until the next attempt, whatever a look in between finds. */
function lasting({ problem }: UpdateRow): UpdateRow['problem'] {
  return problem?.id === 'update.not-installed' ? problem : null
}

/** The whole file came; the updater's word that it is the right one is still awaited. */
function progress(model: UpdateModel, percent: number): UpdateModel {
  const whole = Math.min(100, Math.max(0, Math.floor(percent)))
  return show(model, { state: whole === 100 ? 'verifying' : 'downloading', percent: whole })
}

export function isBusy(state: UpdateRow['state']): boolean {
  return state === 'downloading' || state === 'verifying' || state === 'ready'
}

function show(model: UpdateModel, change: Partial<UpdateRow>): UpdateModel {
  return { ...model, row: { ...model.row, ...change } }
}

/** Where things stand when nothing goes on: what was last known is kept. */
function rest(model: UpdateModel, change: Partial<UpdateRow>): UpdateModel {
  const row = { ...model.row, ...change }
  return { ...model, row: { ...row, ...standing(model, row) } }
}

function standing({ copy, checks }: UpdateModel, row: UpdateRow): Pick<UpdateRow, 'state' | 'problem'> {
  const { problem } = row
  if (copy === 'fixed') return { state: 'unavailable', problem: problem ?? sentence('update.unavailable') }
  if (row.version === null) return { state: checks === 'on' ? 'idle' : 'off', problem }
  if (copy === 'package') return { state: 'unavailable', problem: problem ?? sentence('update.by-package') }
  return { state: 'found', problem }
}
