import type { LineFault } from './faults.ts'
import { touches, type FrameKind, type LineRule } from './line-faults.ts'
import type { LineChoice, LineIdentity } from './lines.ts'

/** The faults in force; the oldest that fits a frame is spent first. */
export interface LineRules {
  add(rule: LineRule): void
  take(number: number, identity: LineIdentity, kind: FrameKind): LineFault | null
  clear(): void
}

export function createLineRules(): LineRules {
  let rules: readonly LineRule[] = []
  return {
    add: (rule) => {
      rules = [...rules, rule]
    },
    take: (number, identity, kind) => {
      const rule = rules.find((each) => meets(each, number, identity) && touches(each.fault, kind))
      if (rule === undefined) return null
      rules = rules.flatMap((each) => (each === rule ? spent(each) : [each]))
      return rule.fault
    },
    clear: () => {
      rules = []
    },
  }
}

export function matches(choice: LineChoice, identity: LineIdentity): boolean {
  if (choice.venue !== undefined && choice.venue !== identity.venue) return false
  if (choice.stream !== undefined && choice.stream !== identity.stream) return false
  return choice.account === undefined || identity.accounts().includes(choice.account)
}

function meets(rule: LineRule, number: number, identity: LineIdentity): boolean {
  return (rule.only === null || rule.only.has(number)) && matches(rule.choice, identity)
}

function spent(rule: LineRule): readonly LineRule[] {
  return rule.frames > 1 ? [{ ...rule, frames: rule.frames - 1 }] : []
}
