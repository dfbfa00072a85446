import { useEffect, useState } from 'react'
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
  const ask = (): void => void Notification.requestPermission().then(setPermission)
  return [permission, ask]
}

/** Pages that are neither on this computer nor encrypted have no notices at all. */
function readPermission(): Permission {
  return 'Notification' in window ? Notification.permission : 'unable'
}
