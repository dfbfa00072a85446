import type { AppInfo } from '../../../shared/health-rows.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'

/** What this is, whose work it stands on, and where its data lies. */
export function About({ info }: { readonly info: AppInfo | null }) {
  const say = useWords()
  return (
    <Card title={say('settings.about')}>
      <div className="settings-body">
        <dl className="facts bare">
          <div>
            <dt>Tidemark</dt>
            <dd className="number">{info?.version}</dd>
          </div>
          <div>
            <dt>{say('settings.folder')}</dt>
            <dd className="number">{info?.dataFolder}</dd>
          </div>
        </dl>
        <p className="soft">{say('about.licence')}</p>
        <p className="soft">{say('about.charts')}</p>
      </div>
    </Card>
  )
}
