import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { AlertStore, RuleState } from '../ports/alert-store.ts'
import type { Before, Evaluation } from './evaluate.ts'

/** Where every rule stands, in memory, as the store has it or will have it. */
export interface Standing extends Before {
  /** Takes over what was decided; what the store could not keep must not come here. */
  take(evaluation: Evaluation): void
  /** What a restart would have to know and does not: new sides, pending lines, changed values. */
  worthKeeping(states: readonly RuleState[]): readonly RuleState[]
  /** Everything as it is, for a regular save: when each figure was last seen. */
  all(): readonly RuleState[]
  forget(rule: string): void
  /** The wall clock was set by so much: what was seen was seen then by the new clock. */
  shift(byMs: number): void
}

export function createStanding(store: Pick<AlertStore, 'states' | 'alert'>): Standing {
  const rules = new Map<string, Map<string, RuleState>>()
  /** Ids looked up in the store once; most happenings in the tables are old and known. */
  const told = new Map<string, boolean>()
  for (const state of store.states()) put(state)

  function put(state: RuleState): void {
    const subjects = rules.get(state.rule) ?? new Map<string, RuleState>()
    subjects.set(state.subject, state)
    rules.set(state.rule, subjects)
  }

  const state = (rule: string, subject: string): RuleState | null => rules.get(rule)?.get(subject) ?? null
  const all = (): readonly RuleState[] => [...rules.values()].flatMap((subjects) => [...subjects.values()])

  return {
    state,
    all,
    subjects: (rule) => rules.get(rule)?.keys() ?? [],
    isTold: (alert) => {
      const known = told.get(alert) ?? store.alert(alert) !== null
      remember(told, alert, known)
      return known
    },
    take: ({ states, forgotten, fired }) => {
      states.forEach(put)
      for (const { rule, subject } of forgotten) rules.get(rule)?.delete(subject)
      for (const { alert } of fired) remember(told, alert, true)
    },
    worthKeeping: (states) => states.filter((each) => differs(state(each.rule, each.subject), each)),
    forget: (rule) => void rules.delete(rule),
    shift: (byMs) => all().forEach((each) => put(shifted(each, byMs))),
  }
}

/** Alerts whose condition holds still. What merely happened, or changed, is over as it is told. */
export function standingAlerts({ all }: Pick<Standing, 'all'>, store: Pick<AlertStore, 'alert'>): readonly AlertRow[] {
  const alerts = all().flatMap(({ side, alert }) =>
    side === 'over' && alert !== null ? (store.alert(alert) ?? []) : [],
  )
  return alerts.filter(({ clearedAt }) => clearedAt === null)
}

/** More than the tables ever hold of fills, flows and orders for a few dozen rules. */
const MOST_TOLD = 20_000

function remember(told: Map<string, boolean>, alert: string, known: boolean): void {
  told.set(alert, known)
  const oldest = told.size > MOST_TOLD ? told.keys().next().value : undefined
  if (oldest !== undefined) told.delete(oldest)
}

/** Sight regained after so long is kept at once: after a kill, what happens next must not count as unseen since then. */
const SIGHT_REGAINED_MS = 20_000

/** A figure that moved on its side of the line is not worth a write. */
function differs(before: RuleState | null, after: RuleState): boolean {
  if (before === null) return true
  return (
    after.seenAt - before.seenAt > SIGHT_REGAINED_MS ||
    before.side !== after.side ||
    before.overSince !== after.overSince ||
    before.firedAt !== after.firedAt ||
    before.alert !== after.alert
  )
}

function shifted(state: RuleState, byMs: number): RuleState {
  const move = (at: Time | null): Time | null => (at === null ? null : at + byMs)
  return { ...state, seenAt: state.seenAt + byMs, overSince: move(state.overSince), firedAt: move(state.firedAt) }
}
