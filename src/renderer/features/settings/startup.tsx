import { Card } from '../../parts/card.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { Tick } from '../../parts/tick.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { Wrong } from '../../parts/wrong.tsx'

/** When the desktop app starts, and whether it outlives its window. Nothing where there is no desktop app. */
export function Startup() {
  const say = useWords()
  const { client, queries } = usePage()
  const { wrong, ask } = useAsk()
  const row = useRow(queries.desktop, 'desktop')
  if (row === undefined) return null
  const change = (part: Parameters<typeof client.desktop.change>[0]): void => ask(() => client.desktop.change(part))
  return (
    <Card title={say('startup.title')}>
      <div className="settings-body">
        <Tick
          label={say('startup.login')}
          checked={row.startAtLogin}
          problem={row.loginProblem}
          onChange={(startAtLogin) => change({ startAtLogin })}
        />
        <Tick
          label={say('startup.hidden')}
          checked={row.startHidden}
          disabled={!row.startAtLogin}
          onChange={(startHidden) => change({ startHidden })}
        />
        <Tick
          label={say('startup.tray')}
          checked={row.closeToTray}
          problem={row.trayProblem}
          onChange={(closeToTray) => change({ closeToTray })}
        />
        <Wrong text={wrong} />
      </div>
    </Card>
  )
}
