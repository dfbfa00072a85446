import { createFakeLog } from '../../../engine/test/fake-log.ts'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import type { DesktopChoices, Place } from '../../../shared/desktop-rows.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { Overview } from '../../overview/overview.ts'
import { desktopRow, NOW, overviewOf } from '../../test/samples.ts'
import { createSpeech } from '../../words/speech.ts'
import { createNotices, type Notices } from '../notices.ts'
import { createFakeSystem, type SystemWay } from './system.ts'

export interface StageOptions {
  readonly amounts?: 'shown' | 'hidden'
  readonly support?: 'supported' | 'unsupported'
  readonly system?: SystemWay
}

/** Notices over a fake system and a manual clock, with what a user may choose in a test's hands. */
export function createStage({ amounts = 'shown', support = 'supported', system: way = 'works' }: StageOptions = {}) {
  const clock = createManualClock(NOW)
  const log = createFakeLog()
  const system = createFakeSystem(way)
  const opened: (Place | null)[] = []
  const activations: ((id: string | null) => void)[] = []
  const problems: (Sentence | null)[] = []
  const user = { choices: desktopRow() as DesktopChoices, eyesOn: null as Place | null, overview: overviewOf() }
  const speech = createSpeech('en', 'UTC', amounts)

  /** As when the program starts. */
  function start(): Notices {
    const notices = createNotices({
      clock,
      log,
      platform: 'linux',
      support,
      createNotification: system.createNotification,
      speech: () => speech,
      choices: () => user.choices,
      timeZone: () => 'UTC',
      eyesOn: () => user.eyesOn,
      open: (place) => void opened.push(place),
      onActivation: (take) => void activations.push(take),
      problem: (problem) => void problems.push(problem),
    })
    notices.begin(user.overview)
    return notices
  }

  return {
    clock,
    system,
    opened,
    activate: (id: string | null) => activations.forEach((take) => take(id)),
    problems,
    user,
    start,
    see: (over: Partial<Overview>) => Object.assign(user, { overview: { ...user.overview, ...over } }),
    suppressed: () => log.lines.filter(({ level }) => level === 'debug').map(({ fields }) => fields['why']),
  }
}
