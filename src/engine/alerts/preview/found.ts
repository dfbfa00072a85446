import type { RulePreview } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import type { Tally } from './counter.ts'

/** What was found in history; null: nobody waits for it any more. */
export type Found = Omit<RulePreview, 'to'> | null

export function nothingKnown(problem: Sentence = sentence('preview.no-history')): Found {
  return { from: null, times: 0, newest: [], problem }
}

export function counted({ times, newest }: Tally, from: Time | null): Found {
  return from === null ? nothingKnown() : { from, times, newest: [...newest], problem: null }
}
