import { useEffect, useState } from 'react'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'

type Permission = NotificationPermission | 'unable'

/** Whether this browser shows notices; it is asked only when the user says so. */
export function BrowserPermission() {
  const say = useWords()
  const [permission, ask] = usePermission()
  if (permission === 'granted') return <p className="settings-problem">{say('browser.granted')}</p>
  if (permission !== 'default') return <p className="wrong">{say(`browser.${permission}`)}</p>
  return (
    <div className="browser-ask">
      <p className="warn">{say('browser.ask')}</p>
      <button type="button" className="button primary" onClick={ask}>
        {say('browser.allow')}
      </button>
    </div>
  )
}

function usePermission(): readonly [Permission, () => void] {
  const [permission, setPermission] = useState(readPermission)
  useEffect(() => {
    // It may be changed in the browser's settings while the page is open.
    const again = (): void => setPermission(readPermission())
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [])
  const retryWaiting = useRetryWaiting()
  const ask = (): void =>
    void Notification.requestPermission().then((decided) => {
      setPermission(decided)
      if (decided === 'granted') retryWaiting()
    })
  return [permission, ask]
}

/** What waited for the user's word need not wait for its next try. */
function useRetryWaiting(): () => void {
  const { client, queries } = usePage()
  const deliveries = useRows(queries.deliveries)
  return () => {
    for (const { alert, channel, state } of deliveries.values())
      if (channel === OS_CHANNEL && (state === 'pending' || state === 'failed'))
        void client.alerts.retry({ alert, channel })
  }
}

/** The engine's name for the notices of this computer or browser. */
const OS_CHANNEL = 'os'

/** Pages that are neither on this computer nor encrypted have no notices at all. */
function readPermission(): Permission {
  return 'Notification' in window ? Notification.permission : 'unable'
}
