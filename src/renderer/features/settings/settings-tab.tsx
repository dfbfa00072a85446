import { useState } from 'react'
import { Guarded } from '../../parts/guarded.tsx'
import { useInfo } from '../../state/use-info.ts'
import { useWords } from '../../words/words.ts'
import { Channels } from '../alerts/channels/channels.tsx'
import { About } from './about.tsx'
import { Accounts } from './accounts.tsx'
import { Appearance } from './appearance.tsx'
import { Notices } from './notices.tsx'
import { Startup } from './startup.tsx'
import { Updates } from './updates.tsx'
import { Vault } from './vault.tsx'

/** Accounts and keys, looks, data, the ways out of alerts; and what the desktop app adds. */
export function SettingsTab() {
  const say = useWords()
  const [version, setVersion] = useState(0)
  const info = useInfo(version)
  return (
    <div className="settings-tab">
      <h1 className="unseen">{say('tab.settings')}</h1>
      <Accounts info={info} />
      <div className="column">
        <Vault info={info} onOpened={() => setVersion(version + 1)} />
        <Startup />
        <Updates />
        <About info={info} />
      </div>
      <div className="column">
        <Appearance />
        <Guarded name="channels">
          <Channels />
        </Guarded>
        <Notices />
      </div>
    </div>
  )
}
