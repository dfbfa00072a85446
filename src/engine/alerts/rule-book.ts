import type { RuleChoices, RuleRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { AlertStep, AlertStore, StoredRule } from '../ports/alert-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import type { Table } from '../tables.ts'
import { defaultRules } from './default-rules.ts'

export interface RuleBook {
  rules(): readonly StoredRule[]
  rule(rule: string): StoredRule | null
  save(rule: string | null, choices: RuleChoices): Result<string>
  remove(rule: string): Result<null>
  mute(rule: string, until: Time | null): Result<null>
  /** Shows when a rule last fired. */
  fired(rule: string, lastFiredAt: Time): void
  /** Shows why a rule cannot watch now. */
  wait(rule: string, waiting: Sentence | null): void
}

export interface RuleBookPorts {
  readonly clock: Clock
  readonly random: Random
  readonly alertStore: AlertStore
}

export interface RuleBookDeps {
  /** The alerts that stand no more once a rule begins anew, or is no more. */
  endingOf(rule: string): AlertStep['cleared']
  /** Told after every change; a rule that begins anew, or is no more, is named. */
  changed(renewed: string | null): void
}

const MOST_RULES = 2000

/** The rules: on disk, then in the table, then watched. */
export function createRuleBook(
  { clock, random, alertStore }: RuleBookPorts,
  table: Table<RuleRow>,
  { endingOf, changed }: RuleBookDeps,
): RuleBook {
  const rules = new Map<string, StoredRule>()
  for (const rule of firstOrStored(alertStore, clock.now())) put(rule)

  function put(rule: StoredRule): void {
    rules.set(rule.rule, rule)
    const shown = table.get(rule.rule)
    table.set(rule.rule, { ...rule, waiting: shown?.waiting ?? null, lastFiredAt: shown?.lastFiredAt ?? null })
  }

  function write(rule: StoredRule): Result<string> {
    return written(rule, alertStore.saveRule(rule), null)
  }

  /** What happened while it was another rule, or none, is not told by this one. */
  function renew(before: StoredRule, choices: RuleChoices): Result<string> {
    const rule = { ...before, ...choices, createdAt: clock.now() }
    return written(rule, alertStore.renewRule(rule, endingOf(rule.rule)), rule.rule)
  }

  function written(rule: StoredRule, saved: Result<null>, renewed: string | null): Result<string> {
    if (!saved.ok) return saved
    put(rule)
    changed(renewed)
    return ok(rule.rule)
  }

  function add(choices: RuleChoices): Result<string> {
    if (rules.size >= MOST_RULES) return denied(sentence('rule.too-many', { most: String(MOST_RULES) }))
    const createdAt = clock.now()
    return write({ rule: random.token(8), ...choices, origin: 'user', mutedUntil: null, createdAt })
  }

  function change(before: StoredRule, choices: RuleChoices): Result<string> {
    const same = JSON.stringify(watchedOf(before)) === JSON.stringify(watchedOf(choices))
    return same ? write({ ...before, ...choices }) : renew(before, choices)
  }

  return {
    rules: () => [...rules.values()],
    rule: (rule) => rules.get(rule) ?? null,
    save: (rule, choices) => {
      if (rule === null) return add(choices)
      const before = rules.get(rule)
      return before === undefined ? denied(sentence('rule.unknown')) : change(before, choices)
    },
    remove: (rule) => {
      const before = rules.get(rule)
      if (before === undefined) return denied(sentence('rule.unknown'))
      if (before.origin === 'first-start') return denied(sentence('rule.first-start'))
      const removed = alertStore.removeRule(rule, endingOf(rule))
      if (!removed.ok) return removed
      rules.delete(rule)
      table.set(rule, null)
      changed(rule)
      return ok(null)
    },
    mute: (rule, until) => {
      const before = rules.get(rule)
      if (before === undefined) return denied(sentence('rule.unknown'))
      const muted = write({ ...before, mutedUntil: until })
      return muted.ok ? ok(null) : muted
    },
    fired: (rule, lastFiredAt) => {
      const row = table.get(rule)
      const isNews = row !== undefined && (row.lastFiredAt ?? -Infinity) < lastFiredAt
      if (isNews) table.set(rule, { ...row, lastFiredAt })
    },
    wait: (rule, waiting) => {
      const row = table.get(rule)
      if (row !== undefined && row.waiting?.id !== waiting?.id) table.set(rule, { ...row, waiting })
    },
  }
}

/** Where a rule stands speaks of its condition and scope; with another of these, or after a rest, it is another rule. */
function watchedOf({ enabled, condition, account, instrument }: RuleChoices): object {
  return { enabled, condition, account, instrument }
}

/** The rules of the first start are made once: a program that brings new ones adds what is not there. */
function firstOrStored(alertStore: AlertStore, now: Time): readonly StoredRule[] {
  const stored = alertStore.rules()
  const known = new Set(stored.map(({ rule }) => rule))
  const missing = defaultRules(now).filter(({ rule }) => !known.has(rule))
  missing.forEach((rule) => alertStore.saveRule(rule))
  return [...stored, ...missing]
}

function denied(said: Sentence): Result<never> {
  return fail({ code: 'denied', sentence: said })
}
