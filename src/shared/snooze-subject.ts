import type { SnoozeRow } from './alert-rows.ts'

/** What an alert is about: the one account or contract its rule found. */
export type SnoozeSubject = Pick<SnoozeRow, 'rule' | 'account' | 'instrument'>

export function subjectOf({ rule, account, instrument }: SnoozeSubject): string {
  return `${rule} ${account ?? ''} ${instrument ?? ''}`
}
