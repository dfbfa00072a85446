import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import type { Facts } from './facts.ts'
import type { RuleBook } from './rule-book.ts'
import { waitingOf } from './waiting.ts'

const EVERY_MS = 200
/** A thousand rules are gone through in two seconds, a few microseconds each. */
const AT_ONCE = 100

/** Keeps each rule's row saying why it waits. Few rules at a time, so that many cost nothing anybody could measure. */
export function followWaiting(clock: Clock, book: Pick<RuleBook, 'rules' | 'wait'>, facts: Facts): Stop {
  const round: { next: number; stop: Stop } = { next: 0, stop: () => undefined }

  function look(): void {
    round.stop = clock.after(EVERY_MS, look)
    const rules = book.rules()
    const some = rules.slice(round.next, round.next + AT_ONCE)
    round.next = round.next + AT_ONCE >= rules.length ? 0 : round.next + AT_ONCE
    for (const rule of some) book.wait(rule.rule, waitingOf(rule, facts))
  }

  look()
  return () => round.stop()
}
