import { Guarded } from '../../parts/guarded.tsx'
import { useWords } from '../../words/words.ts'
import { Absences } from './absences.tsx'
import { Channels } from './channels/channels.tsx'
import { Heartbeat } from './heartbeat.tsx'
import { History } from './history/history.tsx'
import { Rules } from './rules/rules.tsx'
import { Terms } from './terms.tsx'

/** What has fired and whether it arrived; the rules, and the ways out. */
export function AlertsTab() {
  const say = useWords()
  return (
    <div className="alerts-tab">
      <h1 className="unseen">{say('tab.alerts')}</h1>
      <Absences />
      <Guarded name="alert history">
        <History />
      </Guarded>
      <div className="column">
        <Guarded name="rules">
          <Rules />
        </Guarded>
        <Terms />
        <Guarded name="channels">
          <Channels />
        </Guarded>
        <Heartbeat />
      </div>
    </div>
  )
}
