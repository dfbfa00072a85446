import { useState } from 'react'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { usePage } from '../../../state/page.ts'
import { useAsk } from '../../../state/use-ask.ts'
import { Wrong } from '../../../parts/wrong.tsx'
import { useWords } from '../../../words/words.ts'
import { SureDialog } from '../sure-dialog.tsx'
import { UntilMenu } from '../until-menu.tsx'

interface MuteMenuProps {
  readonly row: Pick<RuleRow, 'rule' | 'mutedUntil' | 'severity'>
}

/** Keeps a whole rule from telling for a while; what it notices is still kept in the history. */
export function MuteMenu({ row: { rule, mutedUntil, severity } }: MuteMenuProps) {
  const say = useWords()
  const { client } = usePage()
  const { wrong, ask } = useAsk()
  const [asking, setAsking] = useState<number | null>(null)
  const mute = (until: number | null) => client.rules.mute({ rule, until })
  const choose = (until: number | null): void => {
    if (until !== null && severity === 'critical') setAsking(until)
    else ask(() => mute(until))
  }
  return (
    <>
      <UntilMenu label={say('rule.mute')} until={mutedUntil} choose={choose} />
      {asking !== null && (
        <SureDialog
          title={say('rule.mute')}
          question={say('rule.mute.sure')}
          act={() => mute(asking)}
          onClose={() => setAsking(null)}
        />
      )}
      <Wrong text={wrong} />
    </>
  )
}
