import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { DesktopChoices, Place } from '../../shared/desktop-rows.ts'
import type { Mode } from '../../shared/frames.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Overview } from '../overview/overview.ts'
import type { Speech } from '../words/speech.ts'
import { beginMemory, decide, type Memory } from './decide.ts'
import { homeOf } from './lane.ts'
import type { Moment, Notice } from './notice.ts'
import { createShower } from './show.ts'
import type { Shown, ShowParts } from './slot.ts'
import { suppress, type Circumstances, type Suppressed } from './suppress.ts'

export interface NoticesParts extends Pick<ShowParts, 'createNotification' | 'platform'> {
  readonly clock: Clock
  readonly log: Log
  readonly support: Circumstances['support']
  /** In the user's language, with amounts as the user wants them. */
  speech(): Speech
  choices(): Pick<DesktopChoices, 'notices' | 'quietHours' | 'pausedUntil'>
  timeZone(): string
  /** What the page shows while the window has the focus; null otherwise. */
  eyesOn(): Place | null
  /** Brings the window to the front, at that place; null: as it is. */
  open(place: Place | null): void
  /** Tells of clicks by the lane's name, where the system does; also of those that the notice itself is told of. */
  onActivation(take: (id: string | null) => void): void
  /** Told why notices cannot be shown, and with null when one could. */
  problem(problem: Sentence | null): void
}

/** What became of a notice. */
export type Told = Shown | { readonly kind: 'held-back'; readonly why: Suppressed }

/** What the operating system tells the user for us. */
export interface Notices {
  /**
   * The one door: shows it, unless a reason speaks against it. For everything that is not read from the rows. Always
   * resolves; one that failed may be told again.
   */
  tell(notice: Notice): Promise<Told>
  /** Another engine runs: what its tables hold already is no news. */
  begin(overview: Overview): void
  look(overview: Overview): void
  /** The machine slept: what was waited for is waited for anew. */
  woke(): void
  stop(): void
}

/** Identities remembered, so that a fact is told once. */
const MOST_SHOWN = 1000

export function createNotices(parts: NoticesParts): Notices {
  const { clock, log } = parts
  const shown = new Set<string>()
  const now = { memory: null as Memory | null, mode: 'live' as Mode, awakeSince: clock.now() }
  const shower = createShower({ ...parts, clicked, earlier })
  parts.onActivation((id) => parts.open(id === null ? null : (shower.placeOf(id) ?? homeOf(id))))
  if (parts.support === 'unsupported') parts.problem(sentence('desktop.notices-unsupported'))

  const moment = (): Moment => ({ now: clock.now(), awakeSince: now.awakeSince })

  async function tell(notice: Notice): Promise<Told> {
    const level = parts.choices().notices[notice.category]
    const why = suppress(notice, circumstances(parts, shown, level))
    if (level === 'off' || why !== null) return heldBack(log, notice, why ?? 'off')
    remember(shown, notice.identity)
    const outcome = await shower.show(titled(notice, now.mode, parts), level)
    if (outcome.kind === 'failed') shown.delete(notice.identity)
    explain(parts, outcome)
    return outcome
  }

  function clicked({ place }: Notice): void {
    parts.open(place)
  }

  function earlier(count: number): string {
    return parts.speech().say('notice.earlier', { count: String(count) })
  }

  return {
    tell,
    begin: (overview) => void Object.assign(now, { memory: beginMemory(overview, moment()), mode: overview.mode }),
    look: (overview) => {
      if (parts.eyesOn() !== null) shower.seen()
      const before = now.memory ?? beginMemory(overview, moment())
      const { memory, notices, alerted } = decide(before, overview, moment(), parts.speech())
      now.memory = memory
      for (const notice of alerted) heldBack(log, notice, 'alerted')
      for (const notice of notices) void tell(notice)
    },
    woke: () => void (now.awakeSince = clock.now()),
    stop: () => shower.stop(),
  }
}

function heldBack(log: Log, { category }: Notice, why: Suppressed): Told {
  log.debug('A notice is not shown', { category, why })
  return { kind: 'held-back', why }
}

/** Said until the system shows one again. */
function explain({ log, problem }: NoticesParts, outcome: Shown): void {
  if (outcome.kind === 'shown') return problem(null)
  log.warn('The system refused a notice', { why: outcome.why })
  problem(sentence('desktop.notice-failed', { why: outcome.why }))
}

function circumstances(parts: NoticesParts, shown: ReadonlySet<string>, level: Circumstances['level']): Circumstances {
  const { pausedUntil, quietHours } = parts.choices()
  const { support } = parts
  const [eyesOn, timeZone, now] = [parts.eyesOn(), parts.timeZone(), parts.clock.now()]
  return { support, level, shown, eyesOn, pausedUntil, quietHours, timeZone, now }
}

/**
 * What the simulator made up says so before anything else. News of the program itself is true in the demo too, and an
 * alert comes with its title finished.
 */
function titled(notice: Notice, mode: Mode, { speech }: NoticesParts): Notice {
  if (mode === 'live' || notice.category === 'program' || notice.category === 'alert') return notice
  return { ...notice, title: `${speech().say('notice.demo')} · ${notice.title}` }
}

function remember(shown: Set<string>, identity: string): void {
  shown.add(identity)
  for (const oldest of shown) {
    if (shown.size <= MOST_SHOWN) break
    shown.delete(oldest)
  }
}
