import type { AlertRow } from '../../../../shared/alert-rows.ts'
import { subjectOf } from '../../../../shared/snooze-subject.ts'
import { usePage, useRow } from '../../../state/page.ts'
import { useAsk } from '../../../state/use-ask.ts'
import { Wrong } from '../../../parts/wrong.tsx'
import { useWords } from '../../../words/words.ts'
import { UntilMenu } from '../until-menu.tsx'

/** Keeps what an alert is about silent for a while; if it stands then, it is told once more. */
export function SnoozeMenu({ alert }: { readonly alert: AlertRow }) {
  const say = useWords()
  const { client, queries } = usePage()
  const { wrong, ask } = useAsk()
  const snoozed = useRow(queries.snoozes, subjectOf(alert))
  return (
    <>
      <UntilMenu
        label={say('alert.snooze')}
        until={snoozed?.until ?? null}
        choose={(until) => ask(() => client.alerts.snooze({ alert: alert.alert, until }))}
      />
      <Wrong text={wrong} />
    </>
  )
}
