import { useWords } from '../../words/words.ts'
import { Budgets } from './budgets.tsx'
import { Drift } from './drift.tsx'
import { Streams } from './streams.tsx'
import { Versions } from './versions.tsx'

/** How the program itself is doing. */
export function SystemTab() {
  const say = useWords()
  return (
    <div className="system-tab">
      <h1 className="unseen">{say('tab.system')}</h1>
      <Streams />
      <Budgets />
      <div className="column">
        <Drift />
        <Versions />
      </div>
    </div>
  )
}
