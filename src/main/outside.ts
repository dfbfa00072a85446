import { badgeModel } from './badge/badge-model.ts'
import { openBadge } from './badge/open-badge.ts'
import { sayInTray } from './notices/in-tray-notice.ts'
import type { Notices } from './notices/notices.ts'
import { openNotices } from './notices/open-notices.ts'
import { followOverview } from './overview/follow-overview.ts'
import type { Overview } from './overview/overview.ts'
import type { Shell } from './shell.ts'
import { openTray } from './tray/open-tray.ts'
import { attentionOf } from './tray/attention.ts'
import { createSpeeches } from './words/speech.ts'

/** Everything of the app that is seen without its window: tray, badge and notices. */
export function openOutside(shell: Shell): Pick<Notices, 'tell'> {
  const { choices, clock, desk, leaving, voice, window } = shell
  const speech = createSpeeches(voice)
  const [notices, tray, badge] = [openNotices(shell, speech), openTray(shell), openBadge()]

  function see(overview: Overview): void {
    const { accounts, alerts } = overview
    tray.draw({ overview, attention: attentionOf(alerts.summary), now: clock.now() }, speech())
    badge.draw(badgeModel({ accounts, undelivered: alerts.summary.undelivered }), speech())
  }

  const begin = (overview: Overview): void => (notices.begin(overview), see(overview))
  const look = (overview: Overview): void => (notices.look(overview), see(overview))
  leaving.onStop(() => tray.stop())
  leaving.onStop(() => notices.stop())
  leaving.onStop(followOverview(desk, clock, { begin, look }))
  leaving.onStop(clock.onJump(() => notices.woke()))
  leaving.onStop(window.onHidden(() => void sayInTray(choices, notices.tell, clock.now(), speech())))
  return { tell: notices.tell }
}
