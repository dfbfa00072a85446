import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { NOW, noticeOf } from '../../test/samples.ts'
import type { Notice } from '../notice.ts'
import { createShower } from '../show.ts'
import type { Shown } from '../slot.ts'
import { createFakeSystem, type SystemWay } from './system.ts'

/** How notices are shown, over a fake system and a manual clock. */
export function openShower(platform: NodeJS.Platform = 'linux', how: SystemWay = 'works') {
  const clock = createManualClock(NOW)
  const system = createFakeSystem(how)
  const clicked: Notice[] = []
  const answers: [string, Shown][] = []
  const shower = createShower({
    clock,
    platform,
    createNotification: system.createNotification,
    clicked: (notice) => void clicked.push(notice),
    earlier: (count) => `Earlier: ${count}`,
  })
  const show = (title: string, over: Partial<Notice> = {}): void =>
    void shower.show(noticeOf({ title, ...over }), 'on').then((answer) => answers.push([title, answer]))
  return { clock, system, clicked, answers, shower, show }
}
