import { badgeModel } from './badge/badge-model.ts'
import { openBadge } from './badge/open-badge.ts'
import { inTrayNotice } from './notices/in-tray-notice.ts'
import type { Notices } from './notices/notices.ts'
import { openNotices } from './notices/open-notices.ts'
import { followOverview } from './overview/follow-overview.ts'
import type { Overview } from './overview/overview.ts'
import type { Shell } from './shell.ts'
import { openTray } from './tray/open-tray.ts'
import type { Attention } from './tray/tray-model.ts'
import { createSpeeches, type Speech } from './words/speech.ts'

/** What of alerts is seen outside the page. */
export interface AlertsOutside {
  /** Something critical is happening, or reached nobody, and was not seen to. */
  readonly attention: Attention
  /** Alerts that reached nobody, for the badge. */
  readonly undelivered: number
}

/** Everything of the app that is seen without its window: tray, badge and notices. */
export interface Outside extends Pick<Notices, 'tell'> {
  /** In which language and with which amounts a notice is to be written. */
  speech(): Speech
  alerts(now: AlertsOutside): void
}

export function openOutside(shell: Shell): Outside {
  const { choices, clock, desk, leaving, voice, window } = shell
  const speech = createSpeeches(voice)
  const [notices, tray, badge] = [openNotices(shell, speech), openTray(shell), openBadge()]
  const now = { overview: null as Overview | null, alerts: { attention: 'none', undelivered: 0 } as AlertsOutside }

  function draw(): void {
    const { overview, alerts } = now
    if (overview === null) return
    tray.draw({ overview, attention: alerts.attention, now: clock.now() }, speech())
    badge.draw(badgeModel({ accounts: overview.accounts, undelivered: alerts.undelivered }), speech())
  }

  function see(overview: Overview): void {
    now.overview = overview
    draw()
  }

  const begin = (overview: Overview): void => (notices.begin(overview), see(overview))
  const look = (overview: Overview): void => (notices.look(overview), see(overview))
  leaving.onStop(() => tray.stop())
  leaving.onStop(() => notices.stop())
  leaving.onStop(followOverview(desk, clock, { begin, look }))
  leaving.onStop(clock.onJump(() => notices.woke()))
  leaving.onStop(
    window.onHidden(() => {
      if (choices.sayOnce('in-tray') === 'first') void notices.tell(inTrayNotice(clock.now(), speech()))
    }),
  )
  return {
    tell: notices.tell,
    speech,
    alerts: (alerts) => {
      now.alerts = alerts
      draw()
    },
  }
}
