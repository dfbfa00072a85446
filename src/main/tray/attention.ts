import type { AlertSummary } from '../../shared/alert-rows.ts'

/** Something critical is happening, and nobody has seen to it. */
export type Attention = 'none' | 'alarm'

export function attentionOf({ alarm }: Pick<AlertSummary, 'alarm'>): Attention {
  return alarm > 0 ? 'alarm' : 'none'
}
