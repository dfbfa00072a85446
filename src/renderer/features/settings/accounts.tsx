import { useState } from 'react'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { AccountEntry } from './account-entry.tsx'
import { AddAccount } from './add-account.tsx'

/** The accounts, what their keys may do, and the way to add one. */
export function Accounts({ info }: { readonly info: AppInfo | null }) {
  const say = useWords()
  const { queries } = usePage()
  const [adding, setAdding] = useState(false)
  const rows = [...useRows(queries.accounts).values()].sort(
    (a, b) => a.addedAt - b.addedAt || (a.label < b.label ? -1 : 1),
  )
  const isDemo = info?.mode === 'demo'
  const add = (
    <button type="button" className="button primary" disabled={info === null} onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {say('settings.add')}
    </button>
  )
  return (
    <Card
      className="wide"
      title={say('settings.accounts')}
      count={rows.length}
      actions={
        <>
          {info !== null && <ModeSwitch mode={info.mode} />} {add}
        </>
      }
    >
      {isDemo && <p className="settings-note">{say('settings.demo')}</p>}
      {rows.length === 0 ? (
        <LiveEmpty query={queries.accounts}>
          <Notice title={say('settings.accounts.none')} why={say('add.how')} />
        </LiveEmpty>
      ) : (
        <ul className="accounts">
          {rows.map((row) => (
            <AccountEntry key={row.account} row={row} fixed={isDemo} />
          ))}
        </ul>
      )}
      {adding && info !== null && <AddAccount info={info} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function ModeSwitch({ mode }: { readonly mode: AppInfo['mode'] }) {
  const say = useWords()
  const { client } = usePage()
  const [wrong, setWrong] = useState<string | null>(null)
  const other = mode === 'demo' ? 'live' : 'demo'
  const change = async (): Promise<void> => {
    const switched = await client.app.switchMode({ mode: other })
    if (!switched.ok) setWrong(say.sentence(switched.failure.sentence))
  }
  return (
    <>
      {wrong !== null && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      <button type="button" className="button" onClick={() => void change()}>
        {say(mode === 'demo' ? 'settings.toLive' : 'settings.toDemo')}
      </button>
    </>
  )
}
