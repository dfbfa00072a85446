import type { AppInfo } from '../../../shared/health-rows.ts'
import { assertNever } from '../../../shared/result.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { BeginVault } from './begin-vault.tsx'
import { OpenVault } from './open-vault.tsx'

interface VaultProps {
  readonly info: AppInfo | null
  readonly onOpened: () => void
}

/** Where keys are kept, what keeps them from being used, and what the user can do about it. */
export function Vault({ info, onOpened }: VaultProps) {
  const say = useWords()
  if (info === null) return null
  const { kind, problem, remedy } = info.vault
  return (
    <Card title={say('settings.vault')}>
      <div className="settings-body">
        <p>{say(`vault.${kind}`)}</p>
        {problem !== null && <p className="warn">{say.sentence(problem)}</p>}
        <Remedy remedy={remedy} onOpened={onOpened} />
      </div>
    </Card>
  )
}

function Remedy({ remedy, onOpened }: Pick<AppInfo['vault'], 'remedy'> & Pick<VaultProps, 'onOpened'>) {
  switch (remedy) {
    case 'none':
      return null
    case 'open-file':
      return <OpenVault onOpened={onOpened} />
    case 'begin-file':
      return <BeginVault onBegun={onOpened} />
    default:
      return assertNever(remedy)
  }
}
