import type { AlertSummary } from '../../../shared/alert-rows.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'

const MOST_SHOWN = 99

/** How much is unread, and what could not be delivered: that stays until it is dealt with. Opens the Alerts tab. */
export function Bell() {
  const say = useWords()
  const { queries, view } = usePage()
  const { unread, undelivered, alarm } = useRow(queries.alertSummary, 'alerts') ?? NOTHING
  const name = nameOf(say, { unread, undelivered, alarm })
  return (
    <button
      type="button"
      className={`icon bell ${alarm > 0 ? 'alarm' : ''}`}
      aria-label={name}
      title={name}
      onClick={() => view.setState({ tab: 'alerts' })}
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell-count unread" aria-hidden="true">
          {short(unread)}
        </span>
      )}
      {undelivered > 0 && (
        <span className="bell-count undelivered" aria-hidden="true">
          !{short(undelivered)}
        </span>
      )}
    </button>
  )
}

type Counts = Pick<AlertSummary, 'unread' | 'undelivered' | 'alarm'>
const NOTHING: Counts = { unread: 0, undelivered: 0, alarm: 0 }

function nameOf(say: Say, { unread, undelivered, alarm }: Counts): string {
  return [
    unread === 0 ? say('bell.none') : say('bell.unread', { unread }),
    ...(undelivered === 0 ? [] : [say('bell.undelivered', { undelivered })]),
    ...(alarm === 0 ? [] : [say('bell.alarm', { alarm })]),
  ].join(', ')
}

function short(count: number): string {
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)
}
