import { TELLS_RECOVERY } from '../../../shared/alert-kinds.ts'
import { ruleRow } from '../../../shared/alert-rows.ts'
import type { RuleState, StoredRule } from '../../../engine/ports/alert-store.ts'
import type { Db } from '../database.ts'
import type { ParseBody } from './parse-body.ts'

/** Rules of older versions do not say whether they tell that something is over; then its kind does. */
const storedRule = ruleRow
  .omit({ waiting: true, lastFiredAt: true })
  .extend({ recovery: ruleRow.shape.recovery.optional() })
  .transform((rule) => ({ ...rule, recovery: rule.recovery ?? TELLS_RECOVERY.has(rule.condition.kind) }))

const UPSERT_STATE = `
  INSERT INTO ruleStates VALUES (@rule, @subject, @side, @value, @seenAt, @overSince, @firedAt, @alert)
  ON CONFLICT DO UPDATE SET side = excluded.side, value = excluded.value, seenAt = excluded.seenAt,
    overSince = excluded.overSince, firedAt = excluded.firedAt, alert = excluded.alert`

/** Rules and where each stands with what it watches. */
export function createRulesTable(db: Db, parse: ParseBody) {
  const rules = db.prepare<[], { readonly rule: string; readonly body: string }>(
    'SELECT rule, body FROM rules ORDER BY createdAt, rule',
  )
  const upsert = db.prepare<[string, number, string]>(
    'INSERT INTO rules VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  )
  const remove = db.prepare<[string]>('DELETE FROM rules WHERE rule = ?')
  const removeStates = db.prepare<[string]>('DELETE FROM ruleStates WHERE rule = ?')
  const states = db.prepare<[], RuleState>('SELECT * FROM ruleStates')
  const upsertState = db.prepare<[RuleState]>(UPSERT_STATE)
  const forget = db.prepare<[string, string]>('DELETE FROM ruleStates WHERE rule = ? AND subject = ?')
  return {
    rules: (): readonly StoredRule[] =>
      rules.all().flatMap(({ rule, body }) => parse(`rule ${rule}`, storedRule, body) ?? []),
    save: (rule: StoredRule) => void upsert.run(rule.rule, rule.createdAt, JSON.stringify(rule)),
    remove: (rule: string) => void remove.run(rule),
    forgetStates: (rule: string) => void removeStates.run(rule),
    states: (): readonly RuleState[] => states.all(),
    saveState: (state: RuleState) => void upsertState.run(state),
    forgetState: ({ rule, subject }: Pick<RuleState, 'rule' | 'subject'>) => void forget.run(rule, subject),
  }
}
