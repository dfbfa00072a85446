import type { RuleDraft } from './draft.ts'

/** What every part of the form is given. */
export interface DraftProps {
  readonly draft: RuleDraft
  readonly change: (part: Partial<RuleDraft>) => void
  /** What is wrong with a field, in words. */
  readonly wrongOf: (field: keyof RuleDraft) => string | undefined
}
