import { Age } from '../../parts/age.tsx'
import { Card } from '../../parts/card.tsx'
import { useInfo } from '../../state/use-info.ts'
import { useWords } from '../../words/words.ts'

/** What runs here. */
export function Versions() {
  const say = useWords()
  const info = useInfo()
  if (info === null) return null
  const lines = [['Tidemark', info.version], ...Object.entries(info.runtime)] as const
  return (
    <Card title={say('system.versions')}>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say('system.since')}</dt>
          <dd>
            <Age since={info.startedAt} />
          </dd>
        </div>
      </dl>
    </Card>
  )
}
